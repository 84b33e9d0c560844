import { FORM_IDS, formOf, hasEdition, editionsForNewDocuments } from '../../forms/catalog';
import { indexOf } from '../../forms/lookup';
import type { Edition, Form, FormId } from '../../forms/types';
import type { Where, ReviewReason } from '../../assessment/source';
import { keyOf } from './fold';
import type { Piece, Unit } from './pieces';
import { printOf } from './print';
import { largest } from '../lists';
import { FORM_DIGITS, formWithDigit } from '../../forms/stamp';

/** Which form and edition a source is, and where its stamp stands. */
export interface FoundForm {
  readonly form: Form;
  readonly uncertain?: ReviewReason;
  readonly stamp?: { readonly text: string; readonly where: Where; readonly piece: Piece };
}

/** `(令和6年10月様式3)`, folded. */
const STAMP = new RegExp(`\\(((?:平成|令和)(?:\\d{1,2}|元)年\\d{1,2}月)様式([${FORM_DIGITS}])\\)`);

/** By the stamp on the cover, else by the title, else by which form's headings the source shows most; `wanted` goes before all. */
export function findForm(units: readonly Unit[], wanted?: FormId): FoundForm {
  const pieces = units.flatMap((unit) => unit.pieces);
  const stamp = stampOf(pieces);
  if (stamp && [undefined, stamp.form.id].includes(wanted)) return stamp;
  const id = wanted ?? titled(pieces) ?? mostAlike(pieces);
  const edition = likelyEdition(id, pieces);
  return {
    form: formOf(id, edition),
    uncertain: { code: 'formFromWording', params: { form: formOf(id).name, edition } },
  };
}

/** A whole one anywhere before a spoiled one: a narrow cell breaks the stamp, another place may print it again. */
function stampOf(pieces: readonly Piece[]): FoundForm | undefined {
  for (const stamp of [STAMP, DAMAGED_STAMP])
    for (const piece of pieces) {
      const match = stamp.exec(piece.folded.key);
      if (match) return stampedForm(piece, match);
    }
  return undefined;
}

/** A stamp that text recognition spoiled: alone in its place, a number of a form in it. */
const DAMAGED_STAMP = new RegExp(`^\\(?([^。、:]{0,14})様式([${FORM_DIGITS}])\\)?$`);

function stampedForm(piece: Piece, match: RegExpExecArray): FoundForm {
  const id = formWithDigit(match[2] ?? '');
  const printed = editionOf(match[1] ?? '');
  const stamp = stampPlace(piece, match);
  if (hasEdition(id, printed)) return { form: formOf(id, printed), stamp };
  const near = formOf(id, newestUpTo(id, monthOf(printed) || Infinity));
  return {
    form: near,
    stamp,
    uncertain: { code: 'editionUnknown', params: { printed, edition: near.edition } },
  };
}

/** 平成・令和 with the month in two digits only where the data file has them. */
function editionOf(key: string): Edition {
  return key.replace('元年', '1年').replace(/年0/, '年');
}

function stampPlace(piece: Piece, match: RegExpExecArray): NonNullable<FoundForm['stamp']> {
  const from = piece.folded.at[match.index] ?? 0;
  const to = (piece.folded.at[match.index + match[0].length - 1] ?? 0) + 1;
  return { text: piece.text.slice(from, to), where: { ...piece.where, from, to }, piece };
}

function titled(pieces: readonly Piece[]): FormId | undefined {
  const titles = FORM_IDS.map((id) => ({ id, key: keyOf(`特定個人情報保護評価書（${formOf(id).name}）`) }));
  const head = pieces.slice(0, 60);
  return titles.find(({ key }) => head.some((piece) => piece.folded.key.includes(key)))?.id;
}

/** The form of which the source prints the largest share of headings. */
function mostAlike(pieces: readonly Piece[]): FormId {
  const shown = new Set(pieces.map((piece) => piece.folded.key.replace(/※$/, '')));
  const shares = FORM_IDS.map((id) => {
    const keys = printOf(id).entries.filter(({ kind, numbered }) => kind === 'heading' && numbered);
    return { id, share: keys.filter(({ key }) => shown.has(key)).length / Math.max(1, keys.length) };
  });
  return shares.sort((a, b) => b.share - a.share)[0]?.id ?? 'form3';
}

/**
 * The edition whose headings fit best; of equal ones the newest that was in use when the source was published. Where no
 * heading was recognised, nothing but that day can tell. Only editions that somebody has seen.
 */
function likelyEdition(id: FormId, pieces: readonly Piece[]): Edition {
  const shown = new Set(pieces.map((piece) => piece.folded.key.replace(/※$/, '')));
  const published = publishedMonth(pieces);
  const rated = editionsForNewDocuments(id).map((edition) => ({
    edition,
    fit: fitOf(formOf(id, edition), shown),
  }));
  if (!rated.some(({ fit }) => fit.seen > 0)) return newestUpTo(id, published);
  const best = largest(rated.map(({ fit }) => fit.score));
  const equal = rated.filter(({ fit }) => fit.score >= best).map(({ edition }) => edition);
  return equal.find((edition) => monthOf(edition) <= published) ?? equal[0] ?? formOf(id).edition;
}

/** Headings shown that the edition has; of two that have as many, the one with fewer that are not shown has the higher score. */
function fitOf(form: Form, shown: ReadonlySet<string>): { readonly seen: number; readonly score: number } {
  const labels = indexOf(form).all.map(({ item }) => keyOf((item.number ?? '') + item.label));
  const seen = labels.filter((label) => shown.has(label)).length;
  return { seen, score: seen - (labels.length - seen) * 0.01 };
}

function publishedMonth(pieces: readonly Piece[]): number {
  const at = pieces.findIndex((piece) => piece.folded.key.startsWith('公表日'));
  const near = at < 0 ? [] : pieces.slice(at, at + 3);
  return largest([0, ...near.map((piece) => monthOf(piece.folded.key.replace('公表日', '')))]) || Infinity;
}

function newestUpTo(id: FormId, month: number): Edition {
  return (
    editionsForNewDocuments(id).find((edition) => monthOf(edition) <= month) ??
    editionsForNewDocuments(id).at(-1) ??
    formOf(id).edition
  );
}

const ERA: Readonly<Record<string, number>> = { 平成: 1988, 令和: 2018 };

/** Months since the year 0 of a Japanese or western date; 0 where there is none. */
function monthOf(text: string): number {
  const japanese = /(平成|令和)(\d{1,2}|元)年(\d{1,2})月/.exec(text);
  if (japanese)
    return ((ERA[japanese[1] ?? ''] ?? 0) + (Number(japanese[2]) || 1)) * 12 + Number(japanese[3]);
  const western = /(20\d\d)[年/.](\d{1,2})/.exec(text);
  return western ? Number(western[1]) * 12 + Number(western[2]) : 0;
}
