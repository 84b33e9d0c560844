import type { ItemId } from '../../forms/types';
import { bracketedOptionAt, type ListedOption, listedOptionAt, optionsMarkAt, tickAt } from './marks';
import { type Span, trimmed } from './pieces';
import type { Print } from './print';
import { type Folded, fold } from './fold';

export interface ListedItems {
  /** Items whose options the text lists. */
  readonly ids: readonly ItemId[];
  /** How strange it would be if the list were ordinary text. */
  readonly weight: number;
}

const NOTHING: ListedItems = { ids: [], weight: 0 };

/** The items whose options, ticks or flags stand in the text. Three of four options must be the item's own. */
export function optionItems(print: Print, span: Span): ListedItems {
  const text = span.piece.text.slice(span.from, span.to);
  if (!/[\d[［〔【☐☑☒■□◉◎○〇◯●✓✔]/.test(text)) return NOTHING;
  const found = labelsIn(print, text);
  if (found.size === 0) return NOTHING;
  const counts = new Map<ItemId, number>();
  for (const ids of found.values()) for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  const least = found.size < 3 ? found.size : Math.ceil(found.size * 0.75);
  const ids = [...counts].filter(([, count]) => count >= least).map(([id]) => id);
  return { ids, weight: found.size > 1 ? 1.5 : 0.5 };
}

/** Labels of options and flags in the text, each with the items that print it. */
function labelsIn(print: Print, text: string): ReadonlyMap<string, readonly ItemId[]> {
  const folded = fold(text);
  const found = new Map<string, readonly ItemId[]>();
  for (let at = 0; at < folded.key.length; at++) {
    at = optionsMarkAt(folded.key, at) ?? at;
    const label = labelAt(print, text, folded, at);
    if (!label) continue;
    found.set(label.ids.join(), label.ids);
    at = label.to - 1;
  }
  return found;
}

/** `[○] 税務システム`, `[ ] 委託しない`, `2) 十分である` or `[十分である]`. */
function labelAt(
  print: Print,
  text: string,
  folded: Folded,
  at: number,
): { ids: readonly ItemId[]; to: number } | undefined {
  const { key } = folded;
  const tick = tickAt(text, folded, at);
  if (tick) {
    const option = print.optionAt(key, tick.to);
    const ids = [...(option?.values ?? []).flatMap((value) => value.ids), ...flagAt(print, key, tick.to)];
    return ids.length > 0 ? { ids, to: option?.to ?? tick.to } : undefined;
  }
  const listed = listedOptionAt(print, key, at) ?? (at === 0 ? bracketedOptionAt(print, key, at) : undefined);
  if (!listed || isBeginning(key, listed)) return undefined;
  return { ids: listed.options.flatMap((option) => option.ids), to: listed.to };
}

/** `1) 紙の申請書は…`: a short option that is only the beginning of a sentence. */
function isBeginning(key: string, { from, to }: ListedOption): boolean {
  return to - from < SHORT && /[^\d()<☐☑◎◉・○]/.test(key[to] ?? '');
}

/** A number, its bracket and an option of one or two characters. */
const SHORT = 6;

/** Flags are printed as a tick before the item's own label: `[ ] 委託しない`. */
function flagAt(print: Print, key: string, from: number): readonly ItemId[] {
  return print
    .at(key, from)
    .flatMap(({ values }) => values.flatMap(({ ids }) => ids))
    .filter((id) => print.byId.get(id)?.item.type === 'flag');
}

/** `[ ] 接続しない（入手） [ ] 接続しない（提供）` one by one. */
export function splitAtFlags(print: Print, span: Span): readonly Span[] {
  const text = span.piece.text.slice(span.from, span.to);
  const starts = flagStarts(print, text);
  if (starts.length === 0) return [span];
  const cuts = [0, ...starts.filter((at) => at > 0), text.length];
  return cuts.slice(1).flatMap((end, i) => {
    const part = trimmed({ ...span, from: span.from + (cuts[i] ?? 0), to: span.from + end });
    return part ? [part] : [];
  });
}

function flagStarts(print: Print, text: string): readonly number[] {
  if (!text.includes('ない')) return [];
  const folded = fold(text);
  const ticks = Array.from({ length: folded.key.length }, (_, at) => tickAt(text, folded, at)).filter(
    (tick) => tick !== undefined,
  );
  return ticks
    .filter(({ to }) => flagAt(print, folded.key, to).length > 0)
    .map(({ from }) => folded.at[from] ?? 0);
}

/** Flags of which the text is the whole label. */
export function flagLabelled(print: Print, key: string): readonly ItemId[] {
  if (key === '') return [];
  return print
    .at(key, 0)
    .filter(({ to }) => to === key.length)
    .flatMap(({ values }) => values.flatMap(({ ids }) => ids))
    .filter((id) => print.byId.get(id)?.item.type === 'flag');
}
