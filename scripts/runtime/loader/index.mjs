// Starts the application folder given on the command line, as Electron's own default application would.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const folder = resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.');
/** @type {unknown} */
const parsed = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const manifest = /** @type {{ name: string, productName?: string, version: string, main: string }} */ (
  parsed
);
const host =
  /** @type {typeof app & { setAppPath(path: string): void, setVersion(version: string): void }} */ (app);
host.setAppPath(folder);
host.setName(manifest.productName ?? manifest.name);
host.setVersion(manifest.version);
await import(pathToFileURL(join(folder, manifest.main)).href);
