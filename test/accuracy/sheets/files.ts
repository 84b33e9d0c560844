import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A PDF as a browser prints it. */
export function printedByChromium(html: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'printed-'));
  try {
    writeFileSync(join(folder, 'in.html'), html);
    const options = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-pdf-header-footer',
      `--user-data-dir=${folder}/profile`,
    ];
    const run = spawnSync('chromium', [...options, `--print-to-pdf=${folder}/out.pdf`, `${folder}/in.html`], {
      timeout: 120_000,
    });
    if (run.status !== 0) throw new Error(`chromium: ${String(run.stderr)}`);
    return new Uint8Array(readFileSync(join(folder, 'out.pdf')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function hasChromium(): boolean {
  return spawnSync('chromium', ['--version']).status === 0;
}
