import type { OrdinalItem } from '../../shared/assessment/fromItems';
import type { RecognisedItem, Recognition } from '../../shared/intake/result';

/** What a source says at a place. `unsure`: nobody could tell from the source; `lost`: it is not in the source. */
export interface Wanted extends OrdinalItem {
  readonly state: 'said' | 'unsure' | 'lost';
}

export interface Fault {
  readonly kind: 'near' | 'missed' | 'wrong' | 'silent' | 'invented' | 'lost';
  readonly path: string;
  readonly want: string;
  readonly got: string;
  readonly status: string;
}

export interface Tally {
  readonly exactShare: number;
  readonly nearShare: number;
  readonly silentShare: number;
  readonly reviewShare: number;
  readonly lostLines: number;
  readonly faults: readonly Fault[];
}

const NEAR = 0.97;

/** How well a recognition says what the source says; white space, width and the shape of ○ aside. */
export function tally(wanted: readonly Wanted[], read: Recognition): Tally {
  const counts = new Counts();
  const matches = matcher(wanted, read.items);
  for (const item of wanted) counts.add(item, matches(item));
  const said = new Set(wanted.map(({ path }) => path));
  const more = read.items.filter(
    ({ path, status, value }) =>
      status === 'filled' &&
      !ROW.test(path) &&
      !/^attachments|form_edition$|all_items$/.test(path) &&
      !said.has(path) &&
      canonical(value) !== '',
  );
  for (const item of more) counts.fault('invented', item, '', item);
  return counts.result(wanted.length, lostLines(wanted, read));
}

class Counts {
  private readonly faults: Fault[] = [];
  private said = 0;
  private exact = 0;
  private near = 0;
  private silent = 0;
  private review = 0;

  add(item: Wanted, got: RecognisedItem | undefined): void {
    const want = canonical(item.value);
    const found = got && (got.status === 'filled' || got.status === 'review') ? canonical(got.value) : '';
    const alike = found === '' ? 0 : likeness(found, want);
    if (item.state !== 'said') {
      if (found !== '' && got?.status === 'filled' && (item.state === 'lost' || alike < NEAR))
        this.wrong('silent', item, got);
      return;
    }
    if (want === '') return;
    this.said++;
    if (got?.status === 'review') this.review++;
    if (alike === 1) this.exact++;
    else if (alike >= NEAR) {
      this.near++;
      this.fault('near', item, want, got);
    } else if (found === '') this.fault('missed', item, want, got);
    else this.wrong(got?.status === 'filled' ? 'silent' : 'wrong', item, got);
  }

  private wrong(kind: 'silent' | 'wrong', item: Wanted, got: RecognisedItem | undefined): void {
    if (kind === 'silent') this.silent++;
    this.fault(kind, item, canonical(item.value), got);
  }

  fault(
    kind: Fault['kind'],
    { path }: { path: string },
    want: string,
    got: RecognisedItem | undefined,
  ): void {
    if (kind === 'invented') this.silent++;
    const status = got ? got.status + (got.reason ? `:${got.reason.code}` : '') : 'absent';
    this.faults.push({ kind, path, want, got: canonical(got?.value), status });
  }

  result(all: number, lost: readonly string[]): Tally {
    const of = Math.max(1, this.said);
    return {
      exactShare: this.exact / of,
      nearShare: (this.exact + this.near) / of,
      silentShare: this.silent / Math.max(1, all),
      reviewShare: this.review / of,
      lostLines: lost.length,
      faults: [
        ...this.faults,
        ...lost.map((want) => ({ kind: 'lost' as const, path: '', want, got: '', status: '' })),
      ],
    };
  }
}

const ROW = /^(.+\.rows)\[\d+\]$/;

/** Rows of a table are matched by what they say, whatever their number. */
function matcher(
  wanted: readonly Wanted[],
  items: readonly RecognisedItem[],
): (item: Wanted) => RecognisedItem | undefined {
  const byPath = new Map(items.map((item) => [item.path, item]));
  const rows = items.filter(({ path }) => ROW.test(path));
  const pairs = wanted
    .filter(({ path }) => ROW.test(path))
    .flatMap((want) =>
      rows.map((got) => ({ want, got, alike: dice(canonical(want.value), canonical(got.value)) })),
    )
    .filter(({ alike }) => alike > 0.4)
    .sort((a, b) => b.alike - a.alike);
  const matched = new Map<Wanted, RecognisedItem>();
  const taken = new Set<RecognisedItem>();
  for (const { want, got } of pairs)
    if (!matched.has(want) && !taken.has(got)) {
      matched.set(want, got);
      taken.add(got);
    }
  return (item) => (ROW.test(item.path) ? matched.get(item) : byPath.get(item.path));
}

/** Lines of some length that are nowhere in the result. */
function lostLines(wanted: readonly Wanted[], { items, leftover }: Recognition): readonly string[] {
  const loose = (text: string): string => bare(text).replace(/[・•-]/g, '');
  const kept = loose(
    [...items.map(({ value }) => flat(value)), ...leftover.map(({ text }) => text)].join('\n'),
  );
  return wanted
    .filter(({ state }) => state !== 'lost')
    .flatMap(({ value }) => flat(value).split('\n'))
    .map(loose)
    .filter((line) => line.length >= 12)
    .filter(
      (line) => !kept.includes(line) && !kept.includes(line.slice(0, 40)) && !kept.includes(line.slice(-40)),
    );
}

function flat(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null ? Object.values(value).map(flat).join('\n') : '';
}

function bare(text: unknown): string {
  return String(text)
    .normalize('NFKC')
    .replace(/[○〇◯]/g, '○')
    .replace(/[\s\u200b]/g, '');
}

function canonical(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'object') return bare(value);
  if ('selected' in value)
    return canonicalChecks(value as { selected: string[]; texts?: Record<string, string> });
  return Object.entries(value)
    .map(([key, text]) => `${key}=${bare(text)}`)
    .filter((text) => !text.endsWith('='))
    .sort()
    .join('|');
}

function canonicalChecks({
  selected,
  texts,
}: {
  selected: string[];
  texts?: Record<string, string>;
}): string {
  const written = Object.entries(texts ?? {})
    .filter(([, text]) => bare(text) !== '')
    .map(([label, text]) => `${bare(label)}=${bare(text)}`);
  return selected.map(bare).sort().join('|') + (written.length > 0 ? `#${written.sort().join('|')}` : '');
}

const LONG = 6000;

/** Share of the longer text that an alignment keeps; of very long texts, of pairs of characters. */
function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const long = Math.max(a.length, b.length);
  if (long > LONG) return dice(a, b);
  let row = Uint32Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = new Uint32Array(b.length + 1);
    next[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const kept = (row[j - 1] ?? 0) + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1);
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, kept);
    }
    row = next;
  }
  return 1 - (row[b.length] ?? 0) / long;
}

function dice(a: string, b: string): number {
  const bag = new Map<string, number>();
  for (let at = 0; at < a.length - 1; at++) {
    const pair = a.slice(at, at + 2);
    bag.set(pair, (bag.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let at = 0; at < b.length - 1; at++) {
    const left = bag.get(b.slice(at, at + 2)) ?? 0;
    if (left > 0) {
      shared++;
      bag.set(b.slice(at, at + 2), left - 1);
    }
  }
  return (2 * shared) / Math.max(1, a.length + b.length - 2);
}
