import { isDeepStrictEqual } from 'node:util';
import type { SqlJsStatic } from 'sql.js';
import { rescueDocument, sqlCodec } from '../../electron/database/format';
import { DIGEST_VERSION } from '../../electron/database/migrations/index';
import type { OpenDatabase } from '../../electron/database/contract';
import { applyChange, type DocumentChange, type HyokaDocument } from '../../shared/assessment/document';
import { setEdit } from '../../shared/assessment/edit';
import { damages } from './damages';
import { seededRandom } from './random';
import { subjects, type Subject } from './subjects';

export interface CampaignResult {
  readonly files: number;
  /** How many files had each outcome, by format and outcome. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** Opens without a notice and differs, or cannot be saved rightly afterwards: must be empty. One line each. */
  readonly silentlyWrong: readonly string[];
  /** A rescued part that was not in the original (formats with digests): must be empty. */
  readonly wronglyRescued: readonly string[];
  /** Of the files with digests that were refused: mean share of items that were rescued. */
  readonly rescuedShare: number;
  /** The longest time that one file took (ms). */
  readonly slowest: number;
}

/** Damages so many files, one after the other, and looks at what opening and rescue make of each. */
export function runCampaign(
  sql: SqlJsStatic,
  options: { readonly count: number; readonly seed: number; readonly begin?: (at: number) => void },
): CampaignResult {
  const { count, seed } = options;
  const files = subjects(sql, Math.min(60, Math.ceil(count / 20)), seed);
  const outcomes: Record<string, number> = {};
  const [silentlyWrong, wronglyRescued, shares]: [string[], string[], number[]] = [[], [], []];
  let slowest = 0;
  for (let at = 0; at < count; at++) {
    options.begin?.(at);
    const started = performance.now();
    const { name, subject, damaged } = damagedFile(files, seed + at);
    const outcome = judge(sql, subject, damaged);
    const key = `format ${String(subject.format)}: ${outcome.kind}`;
    outcomes[key] = (outcomes[key] ?? 0) + 1;
    const story = `seed ${String(seed + at)}: ${name}, format ${String(subject.format)}`;
    if (outcome.kind === 'silently wrong') silentlyWrong.push(story);
    if (outcome.kind.startsWith('refused') && subject.format >= DIGEST_VERSION) {
      const rescued = judgeRescue(subject, damaged);
      if (rescued.isWrong) wronglyRescued.push(story);
      shares.push(rescued.share);
    }
    slowest = Math.max(slowest, performance.now() - started);
  }
  const rescuedShare = shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length);
  return { files: count, outcomes, silentlyWrong, wronglyRescued, rescuedShare, slowest };
}

function damagedFile(files: readonly Subject[], seed: number) {
  const random = seededRandom(seed);
  // Half of them in a format with digests.
  const candidates = random(2) === 0 ? files.filter(({ format }) => format >= DIGEST_VERSION) : files;
  const names = Object.keys(damages);
  for (;;) {
    const subject = candidates[random(candidates.length)];
    const name = names[random(names.length)] ?? '';
    const damaged = subject && damages[name]?.(subject.bytes, random, subject.older);
    if (subject && damaged && Buffer.compare(damaged, subject.bytes) !== 0) return { name, subject, damaged };
  }
}

/** `with notice`: the person is told that the file has no digests. */
interface Outcome {
  readonly kind:
    `refused (${string})` | 'equal' | 'silently wrong' | 'equal, with notice' | 'differs, with notice';
}

function judge(sql: SqlJsStatic, { document, older }: Subject, damaged: Uint8Array): Outcome {
  // A write that did not even begin leaves the older file, whole.
  if (Buffer.compare(damaged, older) === 0) return { kind: 'equal' };
  const result = sqlCodec(sql).open(damaged.slice());
  if (!result.ok) return { kind: `refused (${result.fault.kind})` };
  const { database } = result;
  try {
    const isEqual =
      isDeepStrictEqual(plain(database.whole()), plain(document)) && canBeSaved(sql, database, document);
    if (!database.opened.hasDigests) return { kind: isEqual ? 'equal, with notice' : 'differs, with notice' };
    return { kind: isEqual ? 'equal' : 'silently wrong' };
  } finally {
    database.close();
  }
}

function canBeSaved(sql: SqlJsStatic, database: OpenDatabase, document: HyokaDocument): boolean {
  try {
    return isSavedRightly(sql, database, document);
  } catch {
    return false;
  }
}

function isSavedRightly(sql: SqlJsStatic, database: OpenDatabase, document: HyokaDocument): boolean {
  const author = { name: '佐藤', department: '国保年金課', pc: 'PC-01' };
  const edit = setEdit('I.1.m1', document.assessment.values['I.1.m1'], '国民健康保険に関する事務');
  const changes: readonly DocumentChange[] = [
    { kind: 'edit', record: { seq: 10_000, at: 2_000_000_000_000, author, edit } },
    { kind: 'comment', comment: { id: 'after', text: '確認しました。', at: 2_000_000_000_000, author } },
  ];
  database.apply(changes);
  const again = sqlCodec(sql).open(database.export({ save: 'after', program: '0.1.0' }));
  if (!again.ok) return false;
  const whole = again.database.whole();
  again.database.close();
  return isDeepStrictEqual(plain(whole), plain(changes.reduce(applyChange, document)));
}

/** Without differences of prototype. */
function plain(document: HyokaDocument): unknown {
  const attachments = document.attachments.map(({ bytes, ...file }) => ({
    ...file,
    bytes: Buffer.from(bytes).toString('hex'),
  }));
  return JSON.parse(JSON.stringify({ ...document, attachments })) as unknown;
}

/** Where pages of two writings are mixed, whole rows of both are right. */
function judgeRescue(
  { document, olderDocument }: Subject,
  damaged: Uint8Array,
): { isWrong: boolean; share: number } {
  const rescued = rescueDocument(damaged);
  if (!rescued) return { isWrong: false, share: 0 };
  const all = Object.keys(document.assessment.values).length;
  const values = Object.entries(rescued.document.assessment.values);
  const originals = [document, olderDocument].map(({ assessment }) => assessment.values);
  const isRight = ([path, value]: readonly [string, unknown]) =>
    originals.some((original) => JSON.stringify(original[path]) === JSON.stringify(value));
  return { isWrong: !values.every(isRight), share: all === 0 ? 1 : Math.min(1, values.length / all) };
}
