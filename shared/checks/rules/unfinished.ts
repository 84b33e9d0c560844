import type { Rule } from '../types';
import { siblingPath } from '../../assessment/conditions';
import { itemLabel } from '../../forms/label';
import { normaliseForComparison } from '../../japanese/normalise';
import { patternInText, spanOf } from '../kinds/text';
import { risksOf } from '../risks';
import { matchesIn, shortened } from '../textTools';
import type { Hit, Probe, TextUnit } from '../types';
import { textAt } from '../view';

const PLACEHOLDERS: readonly { readonly pattern: RegExp; readonly severity: 'error' | 'warning' }[] = [
  {
    pattern:
      /[〇○◯]{2,}(?=[市区町村県課部室係法])|[△▲]{2,}(?=[市区町村県課部室係])|[×✕]{2,}(?=[市区町村県課部室係])|[〇○◯]{2,}(?=に関する|システム|事務|ファイル|の)|(?<=[一-龠])[〇○◯]{2,}(?=[一-龠])/gu,
    severity: 'error',
  },
  {
    pattern: /●{2,}|[△▲]{2,}|[×✕]{2,}|[〇○◯]{3,}|[XＸ]{3,}|TODO|要確認|[（(](?:未定|仮)[)）]|【[\s　]*】/gu,
    severity: 'warning',
  },
];

function placeholderHits(unit: TextUnit): readonly Hit[] {
  if (unit.zone === 'row') return [];
  const found = PLACEHOLDERS.flatMap(({ pattern, severity }) =>
    matchesIn(unit.text, pattern).map((match) => ({ ...match, severity })),
  ).filter(
    ({ from }) => !/【[^】]*終了】|[［[][〇○◯]/u.test(unit.text.slice(Math.max(0, from - 2), from + 16)),
  );
  return found
    .filter(
      ({ from, to }, at) => !found.some((other, before) => before < at && other.from < to && from < other.to),
    )
    .map(({ from, to, words, severity }) => ({
      path: unit.path,
      severity,
      params: { found: words },
      span: spanOf(unit, { from, to }),
    }));
}

/** A line that begins another part of a text: below it the same words may be right again. */
const PART_HEADING = /^[\s　]*(?:[＜<【［[■◆○●〇◎]|[(（]?[0-9０-９①-⑳ア-ン]{1,2}[)）.．、]|[①-⑳])/u;

const BULLET = /^[\s　]*[・\-‐－]/u;

/** Paragraphs that appear twice in one part of a text. */
function doubledParagraphs(unit: TextUnit): readonly Hit[] {
  if (unit.zone === 'row' || unit.text.length < 2 * LONG_PARAGRAPH || !unit.text.includes('\n')) return [];
  let seen = new Set<string>();
  const bullets = new Set<string>();
  let from = 0;
  return unit.text.split('\n').flatMap((line): readonly Hit[] => {
    const start = from;
    from += line.length + 1;
    const isHeading = PART_HEADING.test(line);
    const words = line.length < LONG_PARAGRAPH ? '' : normaliseForComparison(line);
    const isBullet = BULLET.test(line);
    // A heading begins another part; so does a bullet, for the lines below it.
    if ((isHeading && !seen.has(words)) || isBullet) seen = new Set();
    if (isHeading) bullets.clear();
    if (words.length < LONG_PARAGRAPH) return [];
    const known = isBullet ? bullets : seen;
    if (!known.has(words)) {
      known.add(words);
      return [];
    }
    const inside = spanOf(unit, { from: Math.max(0, start - 1), to: start + line.length });
    return [
      {
        path: unit.path,
        params: { found: shortened(line) },
        span: inside,
        ...(unit.text.length - line.length > LONG_PARAGRAPH + 20 ? { replacement: '' } : {}),
      },
    ];
  });
}

const LONG_PARAGRAPH = 40;

/** Measures of different risks that are the same to the letter. */
const doubledMeasures: Probe = {
  kind: 'items',
  reads: ['*'],
  find: (subject) => {
    const all = risksOf(subject.form).flatMap(({ answer, measures, headings }) =>
      (subject.byItem.get(answer.id) ?? []).flatMap(({ path }) =>
        measures.map(({ id }) => ({ path: siblingPath(path, id), heading: headings.at(-1) })),
      ),
    );
    const first = new Map<string, (typeof all)[number]>();
    return all.flatMap((place): readonly Hit[] => {
      const text = textAt(subject, place.path).trim();
      const file = /\[([^\]]*)\]/.exec(place.path)?.[1] ?? '';
      const key = `${file}\n${text}`;
      const known = first.get(key);
      if (text.length < LONG_PARAGRAPH || !known) {
        first.set(key, place);
        return [];
      }
      return known.heading === place.heading
        ? []
        : [{ path: place.path, params: { other: known.heading ? itemLabel(known.heading) : '' } }];
    });
  },
};

/** A cell of the official sheet; limits of Excel: 32,767 characters, 409 points (about 30 lines). */
const LONGEST_CELL = 32_767;

const MANY_LINES = 120;

/** Signs of an unfinished or copied text. */
export const unfinishedRules: readonly Rule[] = [
  { id: 'placeholder', severity: 'error', ground: 'copy', probe: { kind: 'text', find: placeholderHits } },
  {
    id: 'elision-body',
    severity: 'warning',
    ground: 'practice',
    probe: patternInText({ pattern: /\([\s　]*(?:略|中略|省略|前略|後略)[\s　]*\)/gu }),
  },
  {
    id: 'dup-para',
    severity: 'warning',
    ground: 'copy',
    replaces: true,
    probe: { kind: 'text', find: doubledParagraphs },
  },
  {
    id: 'dup-risk',
    severity: 'notice',
    ground: 'practice',
    forms: ['form3', 'form4'],
    probe: doubledMeasures,
  },
  {
    id: 'long-cell',
    severity: 'warning',
    ground: 'excel',
    probe: {
      kind: 'text',
      find: ({ path, text, zone }) =>
        zone === 'body' && (text.length > LONGEST_CELL || text.split('\n').length > MANY_LINES)
          ? [{ path, params: { count: Array.from(text).length } }]
          : [],
    },
  },
];
