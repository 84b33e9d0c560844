import { diffArrays } from 'diff';
import { applyEdit, setValue } from '../../shared/assessment/edit';
import { assessmentFrom } from '../../shared/assessment/fromItems';
import type { Assessment } from '../../shared/assessment/types';
import { leavesOf, outline } from '../../shared/assessment/walk';
import { compare } from '../../shared/compare/compare';
import { diffText } from '../../shared/compare/diffText';
import { plainText } from '../../shared/assessment/values';
import { formOf } from '../../shared/forms/catalog';
import { segmentWords } from '../../shared/japanese/segment';
import { counter } from '../unit/shared/assessment/arbitrary';

/** Two 様式4 of this many characters with scattered edits: what a year of work on a large assessment looks like. */
const CHARACTERS = 150_000;
const EDITS = 200;

const SENTENCES = [
  '・操作者は、生体認証と職員番号の二つの要素により利用を開始し、離席の際は画面を閉じる。',
  '・異動により権限が不要となった者の登録は、人事担当課の通知を受けた日のうちに取り消す。',
  '・届書は鍵のかかる書庫に保管し、保存期間を過ぎたものは職員の立会いの下で溶解する。',
  '・委託先から毎月の作業報告を受け、記録と突き合わせて持出しがないことを確かめる。',
];

export interface Pair {
  readonly before: Assessment;
  readonly after: Assessment;
}

export function largePair(): Pair {
  const form = formOf('form4');
  const empty = assessmentFrom(form, [], counter('b'));
  const leaves = leavesOf(outline(form, empty)).filter(({ item }) => item.type === 'longtext');
  const each = Math.ceil(CHARACTERS / leaves.length / 42);
  const texts = leaves.map((_, leaf) =>
    Array.from({ length: each }, (_, line) => sentence(leaf * each + line)),
  );
  const filled = (pages: readonly (readonly string[])[]) =>
    leaves.reduce(
      (document, { path }, leaf) => applyEdit(document, setValue(document, path, pages[leaf]?.join('\n'))),
      empty,
    );
  return { before: filled(texts), after: filled(edited(texts)) };
}

function sentence(at: number): string {
  return `${SENTENCES[at % SENTENCES.length] ?? ''}（${String(at)}）`;
}

/** Edits spread over all texts: words replaced, lines put in, lines taken out. */
function edited(texts: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const lines = texts.reduce((sum, text) => sum + text.length, 0);
  const step = Math.floor(lines / EDITS);
  let at = 0;
  return texts.map((text) =>
    text.flatMap((line) => {
      at += 1;
      if (at % step !== 0) return [line];
      const kind = (at / step) % 4;
      if (kind === 0) return [line, '・監視カメラの映像を九十日間保管する。'];
      if (kind === 1) return [];
      return [line.replace('職員', '会計年度任用職員を含む職員').replace('委託先', '受託者')];
    }),
  );
}

export interface Times {
  /** Milliseconds, median. */
  readonly compare: number;
  /** Milliseconds for the word diffs of every changed text. */
  readonly texts: number;
  /** Milliseconds for plain jsdiff over the words of the same texts. */
  readonly plain: number;
}

export function measure(): Times {
  const { before, after } = largePair();
  const changed = compare(before, after).differences.flatMap((difference) =>
    difference.kind === 'changed'
      ? [[plainText(difference.before), plainText(difference.after)] as const]
      : [],
  );
  return {
    compare: median(() => compare(before, after)),
    texts: median(() => changed.map(([old, newer]) => diffText(old, newer))),
    plain: median(() =>
      changed.map(([old, newer]) => diffArrays([...segmentWords(old)], [...segmentWords(newer)])),
    ),
  };
}

function median(work: () => unknown, runs = 7): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
}
