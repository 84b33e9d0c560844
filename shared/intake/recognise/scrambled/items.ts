import type { RecognisedItem } from '../../result';
import type { Where, ReviewReason } from '../../../assessment/source';
import type { Atom } from './atom';
import type { Finding } from './finding';
import type { Reading } from './reading';
import type { Slot } from './slots';
import type { Belonging } from './texts';

/** The items of the form with what the pages say about them. Entries without any value are none. */
export function itemsFrom(reading: Reading, slots: readonly Slot[]): readonly RecognisedItem[] {
  const items = slots.filter((slot) => slot.takes !== 'nothing').map((slot) => itemOf(slot, reading));
  const written = new Set(items.filter(hasContent).flatMap((item) => entriesAround(item.path)));
  return items.filter((item) => entriesAround(item.path).every((entry) => written.has(entry)));
}

function hasContent(item: RecognisedItem): boolean {
  const { value } = item;
  if (value === undefined || value === false) return item.candidates !== undefined;
  return typeof value !== 'object' || !('selected' in value) || value.selected.length > 0;
}

/** `II[1].4.items[3].m1` lies in the entry `II[1].4.items[3]`. */
function entriesAround(path: string): readonly string[] {
  return [...path.matchAll(/\.[a-z_]+\[\d+\]/g)].map((match) => path.slice(0, match.index + match[0].length));
}

function itemOf(slot: Slot, reading: Reading): RecognisedItem {
  const texts = reading.texts.get(slot) ?? [];
  const findings = reading.findings.get(slot) ?? [];
  const doubt = reading.headings.get(slot)?.placed.rivals ?? [];
  if (slot.takes === 'text' && texts.length > 0) return textItem(slot, texts, doubt.length > 0);
  const finding = bestOf(findings);
  if (finding && (finding.value !== undefined || finding.reason))
    return findingItem(
      slot,
      finding,
      doubt.some((rival) => !saysTheSame(finding, rival, reading)),
    );
  return blankItem(slot, reading, findings);
}

function bestOf(findings: readonly Finding[]): Finding | undefined {
  return findings.find((one) => one.value !== undefined) ?? findings.find((one) => one.reason) ?? findings[0];
}

/** Two places that may have been taken for each other and chose the same: then it does not matter. */
function saysTheSame({ value }: Finding, rival: Slot, reading: Reading): boolean {
  const other = bestOf(reading.findings.get(rival) ?? []);
  return typeof value === 'string' && other?.value === value && other.reason === undefined;
}

function textItem(slot: Slot, texts: readonly Belonging[], doubtful: boolean): RecognisedItem {
  const value = texts
    .map(({ run }) => run.text)
    .join('\n')
    .replace(/^\s*\n|\s+$/g, '')
    .replace(/^ /, '');
  const where = wheresOf(texts.flatMap(({ run }) => run.wordings));
  const unsure = doubtful || texts.some(({ rivals, weak }) => weak || rivals.length > 0);
  const item = { path: slot.path, value: trimEntry(value), where };
  return unsure
    ? { ...item, status: 'review', reason: { code: 'scrambledOrder' } }
    : { ...item, status: 'filled' };
}

function trimEntry(value: string): string {
  return value.includes('\n') ? value : value.trim();
}

function findingItem(slot: Slot, finding: Finding, doubtful: boolean): RecognisedItem {
  const reason: ReviewReason | undefined =
    finding.reason ?? (doubtful ? { code: 'scrambledOrder' } : undefined);
  return {
    path: slot.path,
    status: reason ? 'review' : 'filled',
    ...(finding.value === undefined ? {} : { value: finding.value }),
    ...(reason ? { reason } : {}),
    ...(finding.candidates ? { candidates: finding.candidates } : {}),
    where: wheresOf(finding.atoms),
  };
}

function blankItem(slot: Slot, reading: Reading, findings: readonly Finding[]): RecognisedItem {
  const heading = reading.headings.get(slot);
  if (!heading && findings.length === 0) return { path: slot.path, status: 'missing' };
  return { path: slot.path, status: 'empty', where: heading ? wheresOf([heading.atom]) : [] };
}

function wheresOf(atoms: readonly Atom[]): readonly Where[] {
  const lines = new Set(atoms.flatMap((atom) => atom.spot.lines));
  return [...lines].map((line) => line.where);
}
