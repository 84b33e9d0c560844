import { diffText, type Segment } from '../diffText';
import { applyElided } from './elision';
import type { RowTexts } from './rowTexts';
import type { RowStyle } from './style';

/**
 * Two long texts with what did not change left out （略）, in one pair or one for each place that changed. Whole
 * sentences and lines stay, so that a reader understands them. Applying the pairs one after the other to the old
 * text gives the new one; where that cannot be, the texts are given in full.
 */
export function abridge(before: string, after: string, style: RowStyle): readonly RowTexts[] {
  const full = [{ before, after }];
  if (Math.max(before.length, after.length) <= style.fullUpTo) return full;
  if (before.includes(style.elision) || after.includes(style.elision)) return full;
  const sentences = sentencesOf(diffText(before, after));
  for (const context of [0, 1, 2, 3]) {
    const excerpts = excerptsOf(sentences, context);
    const texts = style.perItem === 'one' ? [inOneRow(excerpts, style)] : inRowsOfTheirOwn(excerpts, style);
    if (texts.length > 0 && canBeReadBack(before, after, texts, style)) return texts;
  }
  return full;
}

function canBeReadBack(
  before: string,
  after: string,
  texts: readonly RowTexts[],
  { elision }: RowStyle,
): boolean {
  const result = texts.reduce<string | undefined>(
    (text, pair) => (text === undefined ? undefined : applyElided(text, pair, elision)),
    before,
  );
  return result === after && texts.every((pair) => pair.before !== before || texts.length === 1);
}

/** A sentence or line of both texts; the same on both sides where it did not change. */
type AlignedSentence = RowTexts;

const SENTENCE = /(?<=。)(?!\n)|(?<=\n)|(?=[ 　][・①-⑳※■◆])/;
const CLAUSE = /(?<=[。、])(?!\n)|(?<=\n)|(?=[ 　][・①-⑳※■◆])/;
/** A changed sentence longer than this is cut at its commas. */
const MAX_SENTENCE = 200;

function sentencesOf(segments: readonly Segment[]): readonly AlignedSentence[] {
  const sentences = splitAt(segments, SENTENCE);
  return sentences.some(
    ({ before, after }) => before !== after && before.length + after.length > 2 * MAX_SENTENCE,
  )
    ? splitAt(segments, CLAUSE)
    : sentences;
}

function splitAt(segments: readonly Segment[], end: RegExp): readonly AlignedSentence[] {
  const sentences: AlignedSentence[] = [];
  let [before, after] = ['', ''];
  const close = () => {
    if (before !== '' || after !== '') sentences.push({ before, after });
    [before, after] = ['', ''];
  };
  for (const { kind, text } of segments) {
    if (kind === 'removed') before += text;
    else if (kind === 'added') after += text;
    else
      text.split(end).forEach((excerpt, at) => {
        if (at > 0) close();
        before += excerpt;
        after += excerpt;
      });
    if (kind === 'same' && /[。\n]$/.test(text)) close();
  }
  close();
  return sentences;
}

/** Either what stays in view, or a run of unchanged text to leave out. */
type Excerpt =
  { readonly kind: 'inView'; readonly texts: RowTexts } | { readonly kind: 'omitted'; readonly text: string };

/** Fewer characters than this are not worth leaving out. */
const MIN_OMITTED = 20;

function excerptsOf(sentences: readonly AlignedSentence[], context: number): readonly Excerpt[] {
  const inView = sentences.map((_, at) => isInView(sentences, at, context));
  const groups: { readonly isKept: boolean; readonly sentences: AlignedSentence[] }[] = [];
  sentences.forEach((sentence, at) => {
    const isKept = inView[at] ?? true;
    const last = groups.at(-1);
    if (last?.isKept === isKept) last.sentences.push(sentence);
    else groups.push({ isKept, sentences: [sentence] });
  });
  return mergeKept(groups.flatMap((group, at) => excerptOf(group, at === groups.length - 1)));
}

/** Changed, next to a change within the context, or the anchor of something that was put in or taken out. */
function isInView(sentences: readonly AlignedSentence[], at: number, context: number): boolean {
  if (isChanged(sentences[at])) return true;
  for (let neighbour = at - context; neighbour <= at + context; neighbour++)
    if (isChanged(sentences[neighbour])) return true;
  const next = sentences[at + 1];
  return next !== undefined && at + 2 < sentences.length && (next.before === '' || next.after === '');
}

function isChanged(sentence: AlignedSentence | undefined): boolean {
  return sentence !== undefined && sentence.before !== sentence.after;
}

function excerptOf(
  group: { readonly isKept: boolean; readonly sentences: readonly AlignedSentence[] },
  isLast: boolean,
): readonly Excerpt[] {
  const before = group.sentences.map((sentence) => sentence.before).join('');
  const after = group.sentences.map((sentence) => sentence.after).join('');
  if (group.isKept || before.length < MIN_OMITTED) return [{ kind: 'inView', texts: { before, after } }];
  // The line break at the end of what is left out stays in view, so that lines stay lines.
  if (isLast || !before.endsWith('\n')) return [{ kind: 'omitted', text: before }];
  const inView: Excerpt = { kind: 'inView', texts: { before: '\n', after: '\n' } };
  return [{ kind: 'omitted', text: before.slice(0, -1) }, inView];
}

function mergeKept(excerpts: readonly Excerpt[]): readonly Excerpt[] {
  const merged: Excerpt[] = [];
  for (const excerpt of excerpts) {
    const last = merged.at(-1);
    if (excerpt.kind === 'inView' && last?.kind === 'inView')
      merged[merged.length - 1] = { kind: 'inView', texts: joinTexts(last.texts, excerpt.texts) };
    else merged.push(excerpt);
  }
  return merged;
}

function joinTexts(a: RowTexts, b: RowTexts): RowTexts {
  return { before: a.before + b.before, after: a.after + b.after };
}

function inOneRow(excerpts: readonly Excerpt[], { elision }: RowStyle): RowTexts {
  return excerpts.map((excerpt) => textsOf(excerpt, elision)).reduce(joinTexts, { before: '', after: '' });
}

function textsOf(excerpt: Excerpt, elision: string): RowTexts {
  return excerpt.kind === 'inView' ? excerpt.texts : { before: elision, after: elision };
}

function inRowsOfTheirOwn(excerpts: readonly Excerpt[], { elision }: RowStyle): readonly RowTexts[] {
  return excerpts.flatMap((excerpt, at) => {
    if (excerpt.kind === 'omitted' || !isChanged(excerpt.texts)) return [];
    const [prefix, suffix] = [at > 0 ? elision : '', at < excerpts.length - 1 ? elision : ''];
    return [{ before: prefix + excerpt.texts.before + suffix, after: prefix + excerpt.texts.after + suffix }];
  });
}
