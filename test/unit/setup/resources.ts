import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Code under test reads wasm and fonts from dist/resources, which a build lays out. */
export function setup(): void {
  if (existsSync('dist/resources/vendor/sql-wasm.wasm')) return;
  spawnSync(process.execPath, ['scripts/prepare-resources.mjs'], { stdio: 'inherit' });
}
