import { z } from 'zod';
import { OUTPUT_FORMATS, type OutputFormat, VARIANTS } from '../publish/formats';
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

export interface PublishReport {
  readonly files: readonly PublishedFile[];
  /** How many passages and items were withheld, and how many marked passages were not found any more. */
  readonly withheld: number;
  readonly gone: number;
  /** Characters that no file can hold. */
  readonly unwritable: readonly string[];
}

/** One line of the report of a batch. */
export interface BatchLine {
  /** The document. */
  readonly path: string;
  readonly files: readonly PublishedFile[];
  /** Why the document could not be read. */
  readonly error?: CommandError;
}

const session = z.string().min(1).max(64);
const variant = z.enum(VARIANTS);
const formats = z.array(z.enum(OUTPUT_FORMATS)).min(1);
const folder = z.string().min(1).max(4_000);
const sections = z.array(z.string()).optional();
const name = z.string().min(1).max(200);
const overwrite = z.boolean();

export const publishCommands = {
  'publish.preview': command<Preview>()(z.object({ session, job: jobId, variant, sections })),
  'publish.plan': command<PublishPlan>()(z.object({ session, variant })),
  /** Which of these files are there already. */
  'publish.present': command<readonly OutputFormat[]>()(z.object({ folder, name, formats })),
  /** The system's dialog for a folder; null when it was cancelled. */
  'publish.chooseFolder': command<string | null>()(z.object({ folder: z.string().max(4_000) })),
  'publish.write': command<PublishReport>()(
    z.object({ session, job: jobId, variant, sections, formats, folder, name, overwrite }),
  ),
  /** Shows a written file in its folder. */
  'publish.showFile': command<null>()(z.object({ path: folder })),
  /** The system's print dialog for the pages. */
  'publish.print': command<boolean>()(z.object({ session, job: jobId, variant, sections })),
  /** All documents of a folder, or those given, in several formats; a line for each. */
  'publish.batch': command<readonly BatchLine[]>()(
    z.object({ job: jobId, paths: z.array(folder).min(1), variant, formats, folder, overwrite }),
  ),
  /** The documents (`.hyoka`) in a folder. */
  'publish.documents': command<readonly string[]>()(z.object({ folder })),
};
