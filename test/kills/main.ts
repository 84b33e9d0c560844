import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { item } from '../e2e/documents/files';
import { launch, type Running } from '../e2e/harness/launch';
import { Random } from '../simulation/world/random';
import { lastAnswer, noteAnswers } from './answers';
import { killTree } from './processTree';
import { slowDisk } from './slowDisk';

/** The item that is typed into, 特記事項 of the cover. */
const ITEM = 'cover.remarks';

/** A document gets so many kills; then a new one begins, so that its text stays as long as people write. */
const KILLS_OF_A_DOCUMENT = 20;

/** Longest time of typing before a kill (ms). */
const LONGEST = 2_500;

/** Half of the kills meet a slow disk: longest waits before and after each part of a write (ms). */
const SLOWNESS = [0, 0, 0, 15, 60, 200] as const;

export interface KillCampaign {
  readonly count: number;
  readonly seed: string;
}

interface Place {
  readonly folder: string;
  readonly path: string;
  readonly userData: string;
}

/** Kills the running application again and again while somebody types. Answers whether nothing that was answered is lost. */
export async function kills({ count, seed }: KillCampaign): Promise<boolean> {
  const random = new Random(seed);
  const totals = { answered: 0, lost: 0 };
  for (let done = 0; done < count; done += KILLS_OF_A_DOCUMENT) {
    const some = Math.min(KILLS_OF_A_DOCUMENT, count - done);
    const { answered, lost } = await killsOfOne(random.fork(`document ${String(done)}`), some, done);
    totals.answered += answered;
    totals.lost += lost;
  }
  const { answered, lost } = totals;
  console.log(
    `${String(count)} kills (seed ${seed}), ${String(answered)} answered characters, ${String(lost)} times something was lost`,
  );
  return lost === 0;
}

async function killsOfOne(
  random: Random,
  count: number,
  before: number,
): Promise<{ readonly answered: number; readonly lost: number }> {
  const folder = await mkdtemp(join(tmpdir(), '評価書 kill '));
  const place = { folder, path: join(folder, '国保 重点項目.hyoka'), userData: join(folder, 'userData') };
  execFileSync(process.execPath, ['dist/main/cli.js', 'new', '--form', 'form3', '-o', place.path]);
  let answered = '';
  let lost = 0;
  for (let at = 0; at < count; at++) {
    const moment = Math.round(random.magnitude(30, LONGEST));
    const slowness = random.pick(SLOWNESS);
    const found = await typeAndKill(place, String(before + at), {
      moment,
      slowness,
      isLate: random.chance(0.85),
    });
    if (!found.shown.startsWith(answered)) {
      lost += 1;
      console.log(
        `LOST after kill ${String(before + at)}: answered ${JSON.stringify(answered)}, then ${JSON.stringify(found.shown)}`,
      );
    }
    answered = found.answered;
  }
  const shown = await lastLook(place);
  if (!shown.startsWith(answered)) {
    lost += 1;
    console.log(`LOST at the end: answered ${JSON.stringify(answered)}, then ${JSON.stringify(shown)}`);
  }
  await rm(folder, { recursive: true, force: true });
  return { answered: answered.length, lost };
}

interface Kill {
  /** How long is typed (ms), counted from the first answer where it is late. */
  readonly moment: number;
  readonly isLate: boolean;
  readonly slowness: number;
}

/** Starts the program, answers what it shows, types and kills it; answers also the last text of which it said that it is kept. */
async function typeAndKill(
  place: Place,
  name: string,
  { moment, slowness, isLate }: Kill,
): Promise<{ readonly shown: string; readonly answered: string }> {
  const running = await started(place);
  const { app, page } = running;
  const shown = await item(page).inputValue();
  const log = join(place.folder, `answers-${name}.log`);
  await noteAnswers(app, ITEM, log);
  if (slowness > 0) await slowDisk(app, slowness);
  const typing = typeWithoutEnd(page, name);
  // However busy the computer is, most kills come while answers are given.
  if (isLate) await until(async () => (await lastAnswer(log)) !== '');
  await new Promise((resolve) => setTimeout(resolve, moment));
  const { pid } = app.process();
  const ended = new Promise((resolve) => app.process().once('exit', resolve));
  if (pid !== undefined) killTree(pid);
  await Promise.all([ended, typing]);
  const answered = (await lastAnswer(log)) || shown;
  console.log(
    `  kill ${name}: after ${String(moment)} ms, writes slowed by ${String(slowness)} ms: ${String(answered.length)} characters answered`,
  );
  return { shown, answered };
}

async function started({ path, userData }: Place): Promise<Running> {
  const running = await launch({ args: [path], userData });
  await expect(item(running.page)).toBeEditable({ timeout: 60_000 });
  return running;
}

async function lastLook(place: Place): Promise<string> {
  const running = await started(place);
  const shown = await item(running.page).inputValue();
  await running.close();
  return shown;
}

/** Waits at most ten seconds. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 500 && !(await holds()); tries++)
    await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Numbers, so that what is missing can be seen. Ends with the program. */
async function typeWithoutEnd(page: Page, name: string): Promise<void> {
  try {
    await item(page).click();
    await page.keyboard.press('Control+End');
    for (let number = 0; ; number++) await page.keyboard.type(`${name}の${String(number)}、`, { delay: 3 });
  } catch {
    // The window is gone: that is the point.
  }
}
