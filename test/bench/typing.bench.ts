import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type Page } from '@playwright/test';
import type {} from '../../renderer/shell';
import { setEdit, type Edit } from '../../shared/assessment/edit';
import { leavesOf, outline } from '../../shared/assessment/walk';
import { formOf } from '../../shared/forms/catalog';
import { rootSwitches, runtime } from '../e2e/harness/launch';
import { emptyProgram } from './emptyProgram';
import { median, type Bench, type Row } from './frame';

const KEYS = 60;
const SENTENCE = 'みなも市では、被保険者の資格の管理及び保険料の賦課のために必要な情報を取り扱う。';

/** How long a keystroke takes in a 様式4 of 150,000 characters, held against a bare text area with the same text. */
export const bench: Bench = {
  area: 'typing',
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hyokasho-bench-'));
    try {
      const empty = await emptyProgram(join(folder, 'empty'));
      const plainTyping = await inProgram(folder, empty, (page) => typing(page, 'textarea'));
      const form = await inProgram(folder, resolve('.'), async (page) => {
        await openLongForm(page, join(folder, 'documents'));
        return typing(page, '[data-path="I.1.m2"] textarea');
      });
      return rows(form, plainTyping);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

interface Times {
  /** Script and layout until the text stands, ms. */
  readonly work: number;
  /** Until the picture with the text was drawn, ms. */
  readonly paint: number;
}

function rows(form: Times, plainTyping: Times): readonly Row[] {
  const name = 'bare text area';
  return [
    {
      name: 'keystroke to laid-out text, 150,000 characters',
      ms: form.work,
      baseline: { name, ms: plainTyping.work },
    },
    {
      name: 'keystroke to paint, 150,000 characters',
      ms: form.paint,
      baseline: { name, ms: plainTyping.paint },
    },
  ];
}

async function inProgram(
  folder: string,
  program: string,
  work: (page: Page) => Promise<Times>,
): Promise<Times> {
  const userData = await mkdtemp(join(folder, 'data-'));
  const args = [...rootSwitches(), program, `--user-data-dir=${userData}`];
  const app = await _electron.launch({ executablePath: runtime(), args });
  try {
    const page = await app.firstWindow();
    await page.waitForLoadState();
    return await work(page);
  } finally {
    app.process().kill('SIGKILL');
    await app.close().catch(() => undefined);
  }
}

/** A new 様式4 in which every long text is written, opened again as after a crash of the window. */
async function openLongForm(page: Page, workspace: string): Promise<void> {
  await page.waitForSelector('.frame');
  const opened = await page.evaluate(async (folder) => {
    await window.hyoka.commands['settings.set']({ workspace: folder });
    return window.hyoka.commands['document.new']({ form: 'form4' });
  }, workspace);
  if (!opened.ok) throw new Error(opened.error.code);
  const { session, assessment } = opened.value;
  const leaves = leavesOf(outline(formOf('form4'), assessment)).filter(
    ({ item }) => item.type === 'longtext',
  );
  const text = SENTENCE.repeat(Math.ceil(150_000 / leaves.length / SENTENCE.length));
  const edits = leaves.map(({ path }): { edit: Edit } => ({ edit: setEdit(path, undefined, text) }));
  await page.evaluate((request) => window.hyoka.commands['document.apply'](request), { session, edits });
  await page.reload();
  await page.waitForSelector('[data-path="I.1.m2"] textarea');
  await page.waitForTimeout(3000);
}

/** Types in the middle of the text of a field; the median over many keys. */
async function typing(page: Page, selector: string): Promise<Times> {
  const times = await page.evaluate(typeKeys, { selector, keys: KEYS, text: SENTENCE.repeat(20) });
  return { work: median(times.map(({ work }) => work)), paint: median(times.map(({ paint }) => paint)) };
}

/** Runs in the page. */
async function typeKeys(options: { selector: string; keys: number; text: string }): Promise<Times[]> {
  const area = document.querySelector<HTMLTextAreaElement>(options.selector);
  if (!area) throw new Error('no field');
  area.focus();
  if (area.value === '') area.value = options.text;
  area.setSelectionRange(40, 40);
  const times: Times[] = [];
  for (let key = 0; key < options.keys; key += 1) {
    await new Promise((done) => setTimeout(done, 40));
    const start = performance.now();
    // The only call that types inside the page the way a key does, undo and input event included.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    document.execCommand('insertText', false, 'あ');
    area.getBoundingClientRect();
    const work = performance.now() - start;
    await new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done)));
    times.push({ work, paint: performance.now() - start });
  }
  return times;
}
