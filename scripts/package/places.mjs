import { fromRoot } from '../lib/paths.mjs';

/** Where electron-builder leaves its results. */
export const release = fromRoot('release');

/** The program inside the Linux folder. */
export const packagedProgram = fromRoot('release/linux-unpacked/hyokasho-kobo');
