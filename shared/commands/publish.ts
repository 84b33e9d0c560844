import { z } from 'zod';
import type { Cover } from '../publish/fileNames';
import type { Exposure } from '../publish/variants/exposures';
import { CSV_ENCODINGS, OUTPUT_FORMATS, type OutputFormat, VARIANTS } from '../publish/formats';
import { command } from './command';
import { jobId } from './jobs';
import type { CommandError } from './result';

/** The pages of a document as they will be printed. */
export interface Preview {
  /** A PDF whose values carry links to their items. */
  readonly pdf: Uint8Array;
  readonly parts: readonly { readonly key: string; readonly title: string }[];
}

/** What publishing would write, before it does. */
export interface PublishPlan {
  readonly folder: string;
  /** Without extension, by the office's pattern. */
  readonly name: string;
}

/** `kept`: a file of that name was there and nobody allowed to write over it. */
export interface PublishedFile {
  readonly format: OutputFormat;
  readonly path: string;
  readonly state: 'written' | 'kept' | 'failed';
  readonly error?: CommandError;
}

/** What a person should know about files that were made. */
export interface PublishNotes {
  /** How many passages and items were withheld, and how many marked passages were not found any more. */
  readonly withheld: number;
  readonly gone: number;
  /** Withheld words that a public copy still shows in other items. */
  readonly exposed: readonly Exposure[];
  /** Names of pictures that cannot be read to their end and are in no file. */
  readonly leftOut: readonly string[];
  /** Characters that no file can hold, each once. */
  readonly unwritable: readonly string[];
  /** Characters that the encoding of the CSV does not have; they are written as `?` there. */
  readonly csvLost: readonly string[];
}

export interface PublishReport extends PublishNotes {
  readonly files: readonly PublishedFile[];
}

/** One line of the report of a batch. */
export interface BatchLine {
  /** The document. */
  readonly path: string;
  readonly files: readonly PublishedFile[];
  readonly notes?: PublishNotes;
  /** Why the document could not be read, or `jobCancelled` where it was not its turn any more. */
  readonly error?: CommandError;
}

/**
 * How far a document is: `published` as its last 公表 left it, `changed` since then, `submitted` as it was 提出,
 * `draft` anything else.
 */
export type PublishingState = 'published' | 'changed' | 'submitted' | 'draft';

/** A `.hyoka` file of a folder, or why it, or a folder below, cannot be read. */
export type FolderDocument =
  | {
      readonly kind: 'document';
      readonly path: string;
      /** The folders from the one listed down to it. */
      readonly within: readonly string[];
      readonly cover: Cover;
      /** What the cover of its public copy says. */
      readonly publicCover: Cover;
      /** Withheld words that its public copy would still show in other items. */
      readonly exposures: readonly Exposure[];
      readonly state: PublishingState;
      /** Items of its import that nobody has looked at yet. */
      readonly toCheck: number;
      /** When the file was written last, in milliseconds since 1970 UTC. */
      readonly changedAt: number;
    }
  | {
      readonly kind: 'unreadable';
      readonly path: string;
      readonly within: readonly string[];
      readonly error: CommandError;
    };

/** A ledger that was written. */
export interface WrittenLedger {
  readonly path: string;
  /** Characters that the encoding does not have; they are written as `?`. */
  readonly lost: readonly string[];
}

/** The documents of a folder by their names. */
export interface DocumentFolder {
  readonly folder: string;
  readonly documents: readonly FolderDocument[];
  /** Where files were written last time; the folder itself at first. */
  readonly target: string;
}

const session = z.string().min(1).max(64);
const variant = z.enum(VARIANTS);
const formats = z.array(z.enum(OUTPUT_FORMATS)).min(1);
const folder = z.string().min(1).max(4_000);
const sections = z.array(z.string()).optional();
const name = z.string().min(1).max(200);
/** Folders below the target folder; made where they are missing. */
const within = z.array(z.string().min(1).max(255)).max(100).default([]);
const overwrite = z.boolean();
/** Of the CSV; UTF-8 where absent. */
const encoding = z.enum(CSV_ENCODINGS).optional();

export const publishCommands = {
  'publish.preview': command<Preview>()(z.object({ session, job: jobId, variant, sections })),
  /** Withheld words that the public copy of an open document would still show in other items. */
  'publish.exposures': command<readonly Exposure[]>()(z.object({ session, job: jobId })),
  'publish.plan': command<PublishPlan>()(z.object({ session, variant })),
  /** Which of the files that these names and formats make are there already: their names, with the folders below `folder`. */
  'publish.present': command<readonly string[]>()(
    z.object({ folder, names: z.array(z.object({ name, within })).min(1), formats }),
  ),
  /** The system's dialog for a folder; null when it was cancelled. */
  'publish.chooseFolder': command<string | null>()(z.object({ folder: z.string().max(4_000) })),
  'publish.write': command<PublishReport>()(
    z.object({ session, job: jobId, variant, sections, formats, encoding, folder, name, overwrite }),
  ),
  /** Shows a written file in its folder. */
  'publish.showFile': command<null>()(z.object({ path: folder })),
  /** The system's print dialog for the pages. */
  'publish.print': command<boolean>()(z.object({ session, job: jobId, variant, sections })),
  /** Opens a folder in the system's file manager; a path that is no folder is refused. */
  'publish.openFolder': command<null>()(z.object({ folder })),
  /**
   * Several documents in several formats; a line for each, in their order. `name`: of its files, without extension;
   * `within`: the target folders below `folder`.
   * Progress counts documents. Cancelling keeps what was written so far.
   */
  'publish.batch': command<readonly BatchLine[]>()(
    z.object({
      job: jobId,
      documents: z.array(z.object({ path: folder, name, within })).min(1),
      variant,
      formats,
      encoding,
      folder,
      overwrite,
    }),
  ),
  /**
   * 評価書台帳: a line for each document of the folder, as CSV in the folder `target`. It gets a name of its own, so
   * that no file is written over.
   */
  'publish.ledger': command<WrittenLedger>()(
    z.object({ job: jobId, folder, subfolders: z.boolean(), target: folder, encoding }),
  ),
  /** The documents (`.hyoka`) in a folder; in the person's own, which may be still empty, where none is given. */
  'publish.documents': command<DocumentFolder>()(
    z.object({ job: jobId, folder: folder.optional(), subfolders: z.boolean().default(false) }),
  ),
};
