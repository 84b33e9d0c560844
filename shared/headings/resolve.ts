import { entriesOf, ordinalsOf } from '../assessment/edit';
import { fromOrdinals } from '../assessment/ordinals';
import { ATTACHMENTS, FILES } from '../assessment/path';
import type { Assessment } from '../assessment/types';
import { formOf } from '../forms/catalog';
import type { Form } from '../forms/types';
import { plainText as textOf } from '../assessment/values';
import { matchHeadings, type HeadingMatch, type HeadingMistake, type PartCache } from './match';
import { headingsOf, holdsValue } from './parts';
import { blanked, comparableText, comparable, type ComparableText } from '../japanese/headingForm';

/** What a 項目 names in a document. */
export interface Resolution {
  /** With ordinals: `II[1].4.items[3].m6`; several where the 項目 names several files. Best first in `others`. */
  readonly paths: readonly string[];
  readonly match?: HeadingMatch;
  readonly mistakes: readonly HeadingMistake[];
  /** Other items that fit nearly as well. */
  readonly alternatives: readonly string[];
}

/** What else is known of a row, to distinguish items that the 項目 does not: how well a value fits it, 0–1. */
export type FitOf = (path: string) => number;

const FIT_WEIGHT = 8;
const MAX_ALTERNATIVE_GAP = 1;

/**
 * The item that the text of a 項目 names: longest match on the official headings, tolerant of other separators, of
 * headings left out and of mistakes, which are reported. Undefined where nothing fits.
 */
export function resolveHeading(
  document: Assessment,
  text: string,
  fitOf: FitOf = () => 0,
): Resolution | undefined {
  const form = formOf(document.form, document.edition);
  const namedInText = namedFiles(document, comparableText(text));
  const attachment = attachmentNamed(document, namedInText.rest.text);
  if (attachment) return { paths: [attachment], mistakes: [], alternatives: [] };
  const known: PartCache = new Map();
  const matches = headingsOf(form)
    .map((headings) =>
      withOuterPart(form, namedInText.rest.text, matchHeadings(namedInText.rest.text, headings, known)),
    )
    .filter(
      ({ score, spans }) => score > 0 && spans.some((span, at) => span && (at > 0 || spans.length === 1)),
    );
  const top = Math.max(...matches.map(({ score }) => score));
  const candidates = matches
    .filter(({ score }) => score >= top - FIT_WEIGHT - MAX_ALTERNATIVE_GAP)
    .flatMap((match) => placements(document, match, namedInText.files, fitOf));
  const ranked = candidates.sort(
    (a, b) => b.rank - a.rank || a.match.headings.order - b.match.headings.order,
  );
  const best = ranked[0];
  if (!best) return undefined;
  const alternatives = ranked.slice(1).filter(({ rank }) => rank > best.rank - MAX_ALTERNATIVE_GAP);
  return {
    paths: best.paths,
    match: best.match,
    mistakes: best.match.mistakes,
    alternatives: [...new Set(alternatives.flatMap(({ paths }) => paths))].filter(
      (path) => !best.paths.includes(path),
    ),
  };
}

/** A 別添 is often written below the part it belongs to: that heading is explained too. */
function withOuterPart(form: Form, text: string, match: HeadingMatch): HeadingMatch {
  const start = match.spans[0]?.from ?? 0;
  if (!match.headings.section.number?.includes('別添') || start === 0) return match;
  const outer = form.sections
    .map(({ title }) => comparable(title))
    .find((title) => text.slice(0, start).includes(title));
  return outer === undefined ? match : { ...match, score: match.score + outer.length };
}

interface NamedFiles {
  readonly rest: ComparableText;
  /** Ordinals of 特定個人情報ファイル that the text names. */
  readonly files: readonly number[];
}

/** Names of files, removed from the text so that they are not read as headings. */
function namedFiles(document: Assessment, text: ComparableText): NamedFiles {
  const entries = entriesOf(document, FILES);
  const ordinals = ordinalsOf(entries);
  let rest = text;
  const found: { readonly ordinal: number; readonly from: number; readonly to: number }[] = [];
  entries.forEach(({ id }, at) => {
    for (const name of fileNames(document, id)) {
      const from = name.length < 3 ? -1 : rest.text.indexOf(name);
      if (from < 0) continue;
      found.push({ ordinal: ordinals[at] ?? at + 1, from, to: from + name.length });
      rest = blanked(rest, from, from + name.length);
      return;
    }
  });
  if (found.length === 0 && entries.length > 1) return numberedFile(text, ordinals);
  return { rest, files: range(text.text, found) };
}

/** `(2)本人確認情報ファイル` and `本人確認情報ファイル`. */
function fileNames(document: Assessment, id: string): readonly string[] {
  const name = textOf(document.values[`II[${id}].1`]);
  const full = comparableText(name).text;
  return [full, full.replace(/^\(?\d+[).]?/, '')];
}

/** `Ⅱ 特定個人情報ファイルの概要（2）` */
function numberedFile(text: ComparableText, ordinals: readonly number[]): NamedFiles {
  const match = /(?<=[概要対策録項目])\((\d+)\)/.exec(text.text);
  if (!match || !ordinals.includes(Number(match[1]))) return { rest: text, files: [] };
  return { rest: blanked(text, match.index, match.index + match[0].length), files: [Number(match[1])] };
}

/** `(1)…～(3)…` names the files between too. */
function range(
  text: string,
  found: readonly { ordinal: number; from: number; to: number }[],
): readonly number[] {
  const inText = [...found].sort((a, b) => a.from - b.from);
  return inText.flatMap(({ ordinal, from }, at) => {
    const before = inText[at - 1];
    if (!before || !text.slice(before.to, from).includes('~')) return [ordinal];
    return Array.from({ length: ordinal - before.ordinal }, (_, step) => before.ordinal + step + 1);
  });
}

/** `別紙1`, `添付資料`, `別表`: a table without an item of its own. */
function attachmentNamed(document: Assessment, text: string): string | undefined {
  const match = /別表|添付資料|別紙\(?(\d*)/.exec(text);
  if (!match) return undefined;
  const titles = entriesOf(document, ATTACHMENTS).map(
    ({ id }) => comparableText(textOf(document.values[`${ATTACHMENTS}[${id}].title`])).text,
  );
  const numbered = match[1] ? titles.findIndex((title) => title.includes(`別紙${match[1] ?? ''}`)) : -1;
  const namedInText =
    numbered >= 0 ? numbered : titles.findIndex((title) => title !== '' && text.includes(title));
  const ordinal = namedInText >= 0 ? namedInText + 1 : Number(match[1] ?? '') || 1;
  return `${ATTACHMENTS}[${String(ordinal)}].rows`;
}

interface Candidate {
  readonly match: HeadingMatch;
  readonly paths: readonly string[];
  readonly rank: number;
}

/** The places in the document that the match may mean: every file and entry it leaves open. */
function placements(
  document: Assessment,
  match: HeadingMatch,
  files: readonly number[],
  fitOf: FitOf,
): readonly Candidate[] {
  const { section, item } = match.headings;
  const bonus = holdsValue(match.headings) ? 0.1 : 0;
  const allFiles = section.repeat === 'file' ? ordinalsOf(entriesOf(document, FILES)) : [undefined];
  const groups =
    files.length > 0 && section.repeat === 'file'
      ? [files]
      : allFiles.map((file) => (file === undefined ? [] : [file]));
  return groups.flatMap((group) =>
    entryChoices(document, match, group).map((entry) => {
      const prefixes =
        group.length > 0 ? group.map((file) => `${section.id}[${String(file)}]`) : [section.id];
      const paths = prefixes.map(
        (prefix) => prefix + withEntry(item.id.slice(section.id.length), match, section.id, entry),
      );
      const fit = Math.max(...paths.map(fitOf));
      return { match, paths, rank: match.score + bonus + FIT_WEIGHT * fit };
    }),
  );
}

/** The ordinal that was named, else every ordinal there is. */
function entryChoices(
  document: Assessment,
  match: HeadingMatch,
  files: readonly number[],
): readonly (number | undefined)[] {
  const list = match.headings.parts.find((part) => part.list)?.list;
  if (list === undefined) return [undefined];
  const namedInText = match.ordinals.get(list);
  if (namedInText !== undefined) return [namedInText];
  if (match.headings.item.id === list) return [undefined];
  const { section } = match.headings;
  const path =
    files[0] === undefined ? list : `${section.id}[${String(files[0])}]${list.slice(section.id.length)}`;
  return ordinalsOf(entriesOf(document, fromOrdinals(document, path) ?? path));
}

function withEntry(rest: string, match: HeadingMatch, sectionId: string, entry: number | undefined): string {
  const list = match.headings.parts.find((part) => part.list)?.list?.slice(sectionId.length);
  if (list === undefined || entry === undefined || !rest.startsWith(list)) return rest;
  return `${list}[${String(entry)}]${rest.slice(list.length)}`;
}
