import { DirectPort } from './port';

/**
 * The part of pdf.js that this reader uses, and how it is started without a browser: its worker runs in the same
 * thread, and what it reads at run time (character maps, fonts, decoders) comes from `PdfAssets`.
 */
export interface PdfAssets {
  /** A file of pdfjs-dist: `folder` is `cmaps`, `standard_fonts` or `wasm`. Rejects where there is none. */
  readonly load: (folder: string, file: string) => Promise<Uint8Array>;
}

export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

export interface PdfPage {
  readonly ref?: { readonly num: number } | null;
  readonly rotate: number;
  getViewport(options: { scale: number; rotation?: number }): PdfViewport;
  getOperatorList(): Promise<OperatorList>;
  getAnnotations(): Promise<readonly PdfAnnotation[]>;
  readonly commonObjs: { has(id: string): boolean; get(id: string): PdfFont | string };
  cleanup(): void;
}

export interface PdfViewport {
  readonly width: number;
  readonly height: number;
  readonly transform: readonly number[];
}

export interface PdfFont {
  /** As in its descriptor. */
  readonly name?: string;
  readonly vertical?: boolean;
  readonly composite?: boolean;
  readonly isType3Font?: boolean;
  readonly fontMatrix?: readonly number[];
  readonly defaultVMetrics?: readonly number[];
}

export interface PdfAnnotation {
  readonly subtype?: string;
  readonly fieldType?: string;
  readonly checkBox?: boolean;
  readonly radioButton?: boolean;
  readonly fieldValue?: unknown;
  readonly exportValue?: unknown;
  readonly buttonValue?: unknown;
  readonly contentsObj?: { readonly str?: string };
  readonly rect?: readonly number[];
  readonly hasAppearance?: boolean;
  /** ISO 32000-1, table 165. */
  readonly annotationFlags?: number;
  readonly password?: boolean;
  readonly options?: readonly { readonly exportValue?: unknown; readonly displayValue?: unknown }[];
}

export interface PdfFile {
  readonly numPages: number;
  getPage(number: number): Promise<PdfPage>;
  getFieldObjects(): Promise<object | null>;
  /** Files embedded in the document, by name. */
  getAttachments(): Promise<object | null>;
  getMetadata(): Promise<{ readonly info: { readonly IsXFAPresent?: boolean } }>;
}

export interface PdfLibrary {
  readonly OPS: Readonly<Record<string, number>>;
  /** The side that asks. */
  readonly PDFWorker: new (options: { port: DirectPort; verbosity: number }) => { destroy(): void };
  /** Starts the side that reads. */
  readonly startReader: (port: DirectPort) => void;
  getDocument(options: object): { readonly promise: Promise<PdfFile>; destroy(): Promise<void> };
}

let loading: Promise<PdfLibrary> | undefined;

/** pdf.js, loaded with its first use. */
export function loadPdfLibrary(): Promise<PdfLibrary> {
  loading ??= startLibrary();
  return loading;
}

/** Stands for the drawing objects of a browser. */
class Undrawn {
  readonly isUndrawn = true;
}

/** pdf.js makes drawing objects as it loads although reading text never draws. */
async function startLibrary(): Promise<PdfLibrary> {
  const surroundings = globalThis as unknown as Record<string, unknown>;
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D', 'FontFace']) surroundings[name] ??= Undrawn;
  return withOwnPush(async () => {
    const { WorkerMessageHandler } = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
    const library = await import('pdfjs-dist/legacy/build/pdf.mjs');
    return {
      // Its types know no port but that of a browser.
      ...(library as unknown as Omit<PdfLibrary, 'startReader'>),
      startReader: (port) => WorkerMessageHandler.initializeFromPort(port),
    };
  });
}

/**
 * On older engines pdf.js puts a `push` of its own, many times slower, into all arrays of the process (for an error
 * that frozen arrays do not throw there). Nothing here relies on it.
 */
async function withOwnPush<T>(load: () => Promise<T>): Promise<T> {
  const own = Object.getOwnPropertyDescriptor(Array.prototype, 'push');
  try {
    return await load();
  } finally {
    if (own) Object.defineProperty(Array.prototype, 'push', own);
  }
}

/** Of pdf.js: neither errors nor warnings go to the console. */
const SILENT = 0;

export interface OpenFile {
  readonly file: Promise<PdfFile>;
  readonly close: () => Promise<void>;
}

/** Opens a file; its objects come over as they are, since both sides of pdf.js run in this thread. */
export function openFile(library: PdfLibrary, bytes: Uint8Array, assets: PdfAssets): OpenFile {
  const port = new DirectPort();
  library.startReader(port);
  const worker = new library.PDFWorker({ port, verbosity: SILENT });
  const task = library.getDocument({ ...readingOptions(bytes, assets), worker });
  const close = async () => {
    await task.destroy();
    worker.destroy();
  };
  return { file: task.promise, close };
}

/** Options of `getDocument` for reading text and lines only. */
export function readingOptions(bytes: Uint8Array, assets: PdfAssets): object {
  return {
    // pdf.js takes the buffer away from its caller.
    data: bytes.slice(),
    BinaryDataFactory: factoryFor(assets),
    cMapUrl: 'cmaps/',
    standardFontDataUrl: 'standard_fonts/',
    wasmUrl: 'wasm/',
    cMapPacked: true,
    useWorkerFetch: false,
    isEvalSupported: false,
    useSystemFonts: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    disableAutoFetch: true,
    // Pictures are not decoded: neither their time nor their memory is spent.
    maxImageSize: 1,
    // Fonts go to a page that shows nothing; without one, pdf.js would work out the outline of every character.
    disableFontFace: false,
    ownerDocument: { fonts: new Set() },
    verbosity: SILENT,
  };
}

const FOLDERS: Readonly<Record<string, string>> = {
  cMapUrl: 'cmaps',
  standardFontDataUrl: 'standard_fonts',
  wasmUrl: 'wasm',
};

function factoryFor(assets: PdfAssets) {
  return class {
    fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
      return assets.load(FOLDERS[kind] ?? kind, filename);
    }
  };
}
