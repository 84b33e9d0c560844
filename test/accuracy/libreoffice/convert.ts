import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What LibreOffice makes of files, by the names of the files that it wrote, read by the filter `from`. One start for all of them. */
export function convertedByLibreOffice(
  sources: Readonly<Record<string, Uint8Array>>,
  to: string,
  from?: string,
): Readonly<Record<string, Uint8Array>> {
  const folder = mkdtempSync(join(tmpdir(), 'converted-'));
  const target = join(folder, 'out');
  mkdirSync(target);
  try {
    const paths = Object.entries(sources).map(([name, bytes]) => {
      writeFileSync(join(folder, name), bytes);
      return join(folder, name);
    });
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const filter = from === undefined ? [] : [`--infilter=${from}`];
    const options = [profile, '--headless', ...filter, '--convert-to', to, '--outdir', target, ...paths];
    const run = spawnSync('soffice', options, { timeout: 280_000 });
    if (run.status !== 0) throw new Error(`soffice: ${String(run.stderr)}`);
    return Object.fromEntries(readdirSync(target).map((name) => [name, readFileSync(join(target, name))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
