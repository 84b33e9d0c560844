import type { Assessment } from '../../shared/assessment/types';
import type { PublishNotes } from '../../shared/commands/publish';
import { changeRows } from '../../shared/publish/csv/changes';
import { writeCsv } from '../../shared/publish/csv/write';
import { withNeutralPictures } from '../../shared/publish/neutralPictures';
import { printLinks } from '../../shared/publish/links';
import type { CsvEncoding, OutputFormat, Variant } from '../../shared/publish/formats';
import { type WriteTools, WRITERS } from '../../shared/publish/index';
import { printText, unwritableIn } from '../../shared/publish/report';
import { exposuresIn } from '../../shared/publish/variants/exposures';
import { publicationOf, type PublicationSource } from '../../shared/publish/variants/publication';
import type { JobTools } from '../jobs/kind';
import { sha256 } from './digest';
import { fetchPictures } from './pictures';
import { isoOf } from './source';

/** Key files to render of one document. */
export interface PublishRequest {
  readonly source: PublicationSource;
  readonly variant: Variant;
  /** `pdf` gives the page that the shell prints. */
  readonly formats: readonly OutputFormat[];
  /** Keys of the parts to print; all where absent. */
  readonly sections?: readonly string[];
  /** Of the CSV; UTF-8 where absent. */
  readonly encoding?: CsvEncoding;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  /** Values link to their items, for the preview. */
  readonly linked?: boolean;
}

export interface PublishResult extends PublishNotes {
  /** 評価書名, for the head of the pages. */
  readonly title: string;
  readonly files: readonly RenderedFile[];
  /** Titles and keys of the printed parts, in order. */
  readonly parts: readonly { readonly key: string; readonly title: string }[];
}

export interface RenderedFile {
  readonly format: OutputFormat;
  readonly bytes: Uint8Array;
}

/** Renders the files of one document; reports progress before each. Runs as a job or in the calling process. */
export async function renderFiles(request: PublishRequest, tools: JobTools): Promise<PublishResult> {
  const { source, variant, formats, sections } = request;
  const { assessments, pictures, leftOut } = withNeutralPictures(
    { source: source.assessment },
    // Without a file the bytes of pictures are not needed.
    formats.length === 0 ? [] : await fetchPictures([source.assessment], tools.attachment),
    sha256,
  );
  const publication = publicationOf(
    { ...source, assessment: assessments.source },
    variant,
    sections ? { sections } : {},
  );
  const files: RenderedFile[] = [];
  for (const [at, format] of formats.entries()) {
    tools.signal.throwIfAborted();
    tools.progress('publish', at, formats.length);
    const write = WRITERS[format === 'pdf' ? 'html' : format];
    files.push({ format, bytes: await write(publication, { ...writeTools(request, format), pictures }) });
  }
  const { print, withheld } = publication;
  return {
    title: print.title,
    files,
    parts: print.sections.map(({ key, title }) => ({ key, title })),
    withheld: withheld.length,
    gone: withheld.filter((part) => part.gone).length,
    exposed: variant === 'public' ? exposuresIn({ assessment: publication.assessment, parts: withheld }) : [],
    leftOut,
    unwritable: unwritableIn(printText(print)),
    csvLost: formats.includes('csv') ? csvLost(publication.assessment, request.encoding) : [],
  };
}

/** What a person should know about the rendered files. */
export function notesOf({
  withheld,
  gone,
  exposed,
  leftOut,
  unwritable,
  csvLost,
}: PublishResult): PublishNotes {
  return { withheld, gone, exposed, leftOut, unwritable, csvLost };
}

function csvLost(assessment: Assessment, encoding: CsvEncoding | undefined): readonly string[] {
  return writeCsv(changeRows(assessment), encoding).unwritable;
}

function writeTools({ now, linked, encoding }: PublishRequest, format: OutputFormat): WriteTools {
  return {
    date: isoOf(now),
    ...(encoding ? { csv: encoding } : {}),
    html: {
      ...(format === 'pdf' ? { fonts: (file) => `/resources/fonts/${file}` } : {}),
      ...(linked ? { link: printLinks.to } : {}),
    },
  };
}
