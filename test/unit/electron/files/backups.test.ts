import fc from 'fast-check';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Backups, BACKUP_FOLDER, restoredPath } from '../../../../electron/files/backups';
import { DAYS_KEPT, expired, NEWEST_KEPT } from '../../../../electron/files/retention';
import { temporaryFolder } from '../documents/harness';
import { realMachine } from '../../../../electron/machine/real';

const DAY = 24 * 60 * 60_000;
const now = new Date(2026, 3, 1, 12).getTime();

/** Keeps the file, with this text, as it would be kept at that time. */
async function keepAt(root: string, path: string, text: string, at: number): Promise<string> {
  writeFileSync(path, text);
  const machine = { ...realMachine, clock: { ...realMachine.clock, now: () => at } };
  return (await new Backups(machine, join(root, 'この PC')).keepCopy(path)).place;
}

describe('generations that are kept', () => {
  it('are always the newest ten and the last of each of thirty days', () => {
    const ages = fc.array(fc.integer({ min: 0, max: 60 * DAY }), { maxLength: 60 });
    fc.assert(
      fc.property(ages, (all) => {
        const generations = all.map((age) => ({ at: now - age }));
        const gone = new Set(expired(generations, now));
        const newestFirst = [...generations].sort((a, b) => b.at - a.at);
        for (const generation of newestFirst.slice(0, NEWEST_KEPT)) expect(gone.has(generation)).toBe(false);
        const day = (at: number) => new Date(at).toDateString();
        for (const generation of gone) {
          const later = generations.some(
            (other) => !gone.has(other) && other.at >= generation.at && day(other.at) === day(generation.at),
          );
          expect(later || now - generation.at > DAYS_KEPT * DAY).toBe(true);
        }
      }),
    );
  });
});

describe('generations on disk', () => {
  it('stand beside the document as ordinary files, newest first, none twice', async () => {
    const root = temporaryFolder();
    const path = join(root, '国保.hyoka');
    expect(await keepAt(root, path, '一', now)).toBe('beside');
    await keepAt(root, path, '一', now + 60_000);
    await keepAt(root, path, '二', now + 120_000);
    const backups = new Backups(realMachine, join(root, 'この PC'));
    expect(readdirSync(join(root, BACKUP_FOLDER, '国保'))).toEqual([
      '2026-04-01_120000.hyoka',
      '2026-04-01_120200.hyoka',
    ]);
    const list = await backups.list(path);
    expect(list.map(({ at }) => at)).toEqual([now + 120_000, now]);
    expect(await backups.pathOf(path, list[0]?.id ?? '')).toBe(
      join(root, BACKUP_FOLDER, '国保', '2026-04-01_120200.hyoka'),
    );
    expect(await backups.pathOf(path, '+../../国保.hyoka')).toBeUndefined();
  });

  it('become a document beside the one they were kept of', () => {
    const kept = join('/共有', BACKUP_FOLDER, '国保', '2026-04-01_120000.hyoka');
    expect(restoredPath(kept)).toBe(join('/共有', '国保 2026-04-01_120000.hyoka'));
    expect(restoredPath(join('/PC', '0a1b', '2026-04-01_120000.hyoka'))).toBe(
      join('/PC', '0a1b', '2026-04-01_120000.hyoka'),
    );
  });

  it('stand on this PC where the folder beside cannot be made', async () => {
    const root = temporaryFolder();
    const path = join(root, '国保.hyoka');
    writeFileSync(join(root, BACKUP_FOLDER), 'a file of that name');
    expect(await keepAt(root, path, '一', now)).toBe('elsewhere');
    const backups = new Backups(realMachine, join(root, 'この PC'));
    expect(await backups.list(path)).toMatchObject([{ at: now }]);
  });

  it('do not grow without end', async () => {
    const root = temporaryFolder();
    const path = join(root, '国保.hyoka');
    for (let n = 0; n < 25; n++) await keepAt(root, path, String(n), now + n * 60_000);
    expect((await new Backups(realMachine, join(root, 'この PC')).list(path)).length).toBeLessThanOrEqual(
      NEWEST_KEPT + 1,
    );
  });
});
