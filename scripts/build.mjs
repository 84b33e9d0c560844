// Builds dist/: shell, preload, window, resources and the licence list.
import { writeFile } from 'node:fs/promises';
import { build } from 'vite';
import { writeLicences, writeParts } from './build/licences.mjs';
import { prepareResources } from './build/resources.mjs';
import { targets } from './build/targets.mjs';
import { stamp } from './setup/fresh-build.mjs';

const started = performance.now();
for (const target of targets) await build(target.config());
await prepareResources();
await writeLicences();
await writeParts();
await writeFile(stamp, '');
console.log(`built dist/ in ${((performance.now() - started) / 1000).toFixed(1)} s`);
