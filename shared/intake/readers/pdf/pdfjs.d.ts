declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  /** Handled by pdf.js itself once it stands in `globalThis.pdfjsWorker`. */
  export const WorkerMessageHandler: object;
}
