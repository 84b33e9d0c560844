import type { Assessment } from '../../shared/assessment/types';
import { changeRows } from '../../shared/publish/csv/changes';
import { writeCsv } from '../../shared/publish/csv/write';
import { printLinks } from '../../shared/publish/links';
import type { CsvEncoding, OutputFormat, Variant } from '../../shared/publish/formats';
import { type WriteTools, WRITERS } from '../../shared/publish/index';
import { printText, unwritableIn } from '../../shared/publish/report';
import { publicationOf } from '../../shared/publish/variants/publication';
import type { JobTools } from '../jobs/kind';
import { isoOf, type PublishSource } from './source';

/** What is to be made of one document. */
export interface PublishOrder {
  readonly source: PublishSource;
  readonly variant: Variant;
  /** `pdf` gives the page that the shell prints. */
  readonly formats: readonly OutputFormat[];
  /** Keys of the parts to print; all where absent. */
  readonly sections?: readonly string[];
  /** Of the CSV; UTF-8 where absent. */
  readonly encoding?: CsvEncoding;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  /** Values lead to their items: for the preview. */
  readonly linked?: boolean;
}

export interface Made {
  /** 評価書名, for the head of the pages. */
  readonly title: string;
  readonly files: readonly MadeFile[];
  /** Titles and keys of the printed parts, in order. */
  readonly parts: readonly { readonly key: string; readonly title: string }[];
  readonly withheld: number;
  /** Withheld passages that do not stand in their item any more. */
  readonly gone: number;
  /** Characters that no file can hold, each once. */
  readonly unwritable: readonly string[];
  /** Characters that the encoding of the CSV does not have, each once; they stand as `?` there. */
  readonly csvLost: readonly string[];
}

export interface MadeFile {
  readonly format: OutputFormat;
  readonly bytes: Uint8Array;
}

/** Makes the files of one document; reports `publish.<format>` before each. Runs as a job or in place. */
export async function makeFiles(
  order: PublishOrder,
  tools: Pick<JobTools, 'progress' | 'signal'>,
): Promise<Made> {
  const { source, variant, formats, sections } = order;
  const publication = publicationOf(source, variant, sections ? { sections } : {});
  const files: MadeFile[] = [];
  for (const [at, format] of formats.entries()) {
    tools.signal.throwIfAborted();
    tools.progress('publish', at, formats.length);
    const write = WRITERS[format === 'pdf' ? 'html' : format];
    files.push({ format, bytes: await write(publication, writeTools(order, format)) });
  }
  const { print, withheld } = publication;
  return {
    title: print.title,
    files,
    parts: print.sections.map(({ key, title }) => ({ key, title })),
    withheld: withheld.length,
    gone: withheld.filter((part) => part.gone).length,
    unwritable: unwritableIn(printText(print)),
    csvLost: formats.includes('csv') ? csvLost(publication.assessment, order.encoding) : [],
  };
}

function csvLost(assessment: Assessment, encoding: CsvEncoding | undefined): readonly string[] {
  return writeCsv(changeRows(assessment), encoding).unwritable;
}

function writeTools({ source, now, linked, encoding }: PublishOrder, format: OutputFormat): WriteTools {
  const bytesOf = new Map(source.pictures.map((picture) => [picture.hash, picture]));
  const picture = ({ hash }: { readonly hash: string }) => {
    const found = bytesOf.get(hash);
    return found && `data:${found.mime};base64,${Buffer.from(found.bytes).toString('base64')}`;
  };
  return {
    date: isoOf(now),
    ...(encoding ? { csv: encoding } : {}),
    pictures: ({ hash }) => bytesOf.get(hash)?.bytes,
    html: {
      picture,
      ...(format === 'pdf' ? { fonts: (file) => `/resources/fonts/${file}` } : {}),
      ...(linked ? { link: printLinks.to } : {}),
    },
  };
}
