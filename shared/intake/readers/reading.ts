import type { SourceDocument } from '../blocks';
import type { ReadNotice } from '../../assessment/source';
import type { PdfAssets } from './pdf/library';

/**
 * Why a file cannot be read: a key of the locale files (`intake:errors.<code>`) and what its sentence needs.
 */
export interface ReadError {
  readonly code: ReadErrorCode;
  readonly params?: Readonly<Record<string, string | number>>;
}

export type ReadErrorCode =
  /** opens with a password only */
  | 'encrypted'
  /** Word 95 and older */
  | 'oldWord'
  /** .xls of Excel 97–2003 */
  | 'oldExcel'
  /** .xlsb */
  | 'binaryExcel'
  | 'ichitaro'
  | 'docuworks'
  | 'openDocument'
  | 'richText'
  | 'picture'
  /** a PDF of pictures: no text in it */
  | 'scanned'
  /** a PDF whose fonts do not say what their characters mean */
  | 'shapesOnly'
  /** inflates far beyond what a document needs */
  | 'bomb'
  /** larger than `limits.fileBytes`: params `megabytes`, `limit` */
  | 'tooLarge'
  /** more cells than `limits.cells`, or wider than `limits.columns`: params `limit` */
  | 'tooManyCells'
  /** more text than `limits.characters`: params `limit` */
  | 'tooLong'
  /** whole, but nothing to read in it */
  | 'noText'
  /** next to nothing in it is in the words of a form: params `found` */
  | 'notAssessment'
  /** the whole text is a document within the document */
  | 'embeddedOnly'
  /** more pages than `limits.pages`: params `pages`, `limit` */
  | 'tooManyPages'
  | 'empty'
  | 'damaged'
  /** our own JSON of a newer version: params `version`, `known` */
  | 'newerJson'
  /** our own JSON of an edition that this program does not have: params `edition` */
  | 'unknownEdition'
  /** our own JSON, cut off or changed by hand */
  | 'damagedJson'
  /** well-formed, but nothing in it that this program knows */
  | 'unknownFormat'
  | 'cancelled';

export type Reading =
  | { readonly ok: true; readonly document: SourceDocument }
  | { readonly ok: false; readonly error: ReadError };

export interface Limits {
  readonly fileBytes: number;
  /** One part of an archive, inflated. */
  readonly partBytes: number;
  /** All parts of an archive that are read, inflated. */
  readonly totalBytes: number;
  readonly pages: number;
  /** Elements within elements. */
  readonly depth: number;
  /** Cells of all tables. */
  readonly cells: number;
  /** Columns of one table. */
  readonly columns: number;
  /** Of a text file, a web page or all cells of a book; the longest assessments have some 300,000. */
  readonly characters: number;
}

const MEGABYTE = 1024 * 1024;

export const LIMITS: Limits = {
  fileBytes: 100 * MEGABYTE,
  partBytes: 128 * MEGABYTE,
  totalBytes: 256 * MEGABYTE,
  pages: 10_000,
  depth: 400,
  cells: 2_000_000,
  columns: 16_384,
  characters: 10_000_000,
};

export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** What a reader may use of its surroundings. */
export interface ReadContext {
  readonly limits: Limits;
  /** Character maps, fonts and decoders of pdf.js. */
  readonly pdf: PdfAssets;
  /** Called after each page (PDF) or part (others). */
  readonly onProgress?: (progress: Progress) => void;
  readonly isCancelled?: () => boolean;
}

export function refuse(code: ReadErrorCode, params?: ReadError['params']): Reading {
  return { ok: false, error: params ? { code, params } : { code } };
}

/** Thrown inside a reader to give up at once; `read` turns it into a value. */
export class Refusal extends Error {
  constructor(readonly error: ReadError) {
    super(error.code);
    this.name = 'Refusal';
  }
}

/** Throws a `Refusal` where there are more than `limit`. */
export function assertCells(cells: number, limit: number): void {
  if (cells > limit) throw new Refusal({ code: 'tooManyCells', params: { limit } });
}

/** Throws a `Refusal` for a text that no assessment comes near. */
export function assertLength(text: string, limits: Limits): void {
  assertCharacters(text.length, limits);
}

/** The same for a text that is counted piece by piece. */
export function assertCharacters(count: number, { characters: limit }: Limits): void {
  if (count > limit) throw new Refusal({ code: 'tooLong', params: { limit } });
}

/** Collects notices; the same one (code and params) only once, with how often it was met. */
export class Notices {
  private readonly known = new Map<string, { notice: ReadNotice; times: number }>();

  add(code: string, params: Readonly<Record<string, string | number>> = {}): void {
    const key = code + JSON.stringify(params);
    const known = this.known.get(key);
    if (known) known.times++;
    else this.known.set(key, { notice: { code, params }, times: 1 });
  }

  /** In the order of their first appearance; `count` among the params. */
  list(): readonly ReadNotice[] {
    return [...this.known.values()].map(({ notice, times }) => ({
      code: notice.code,
      params: { ...notice.params, count: times },
    }));
  }
}
