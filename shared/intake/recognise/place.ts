import { indexOf, isLeaf, isList } from '../../forms/lookup';
import type { Form, FormItem, ItemId } from '../../forms/types';
import type { Choice } from './align';
import type { Candidate, Element, Observation } from './elements';
import { Instances } from './instances';
import type { Span } from './pieces';
import { appendAll } from '../lists';

/** What stands under one item of one entry of one file. */
export interface Bucket {
  readonly item: FormItem;
  /** With ordinals: `II[2].4.items[3].m1`. */
  readonly path: string;
  readonly spans: Span[];
  /** The heading, where it was printed. */
  readonly headings: Span[];
  /** Another item that the heading may have belonged to. */
  rival?: ItemId;
  /** The heading or the number of the entry was not printed; it was told from the order. */
  inferred?: boolean;
  /** A row without a heading was taken for its continuation, or its heading was printed twice. */
  joined?: boolean;
  /** Where in `spans` rows without a heading begin, the first row of the text aside. */
  readonly headless: number[];
  /** Much of the section is missing before it: if a whole file is, it may belong to the next one. */
  readonly afterGap: boolean;
}

export interface Placed {
  readonly buckets: readonly Bucket[];
  /** The form's own print. */
  readonly print: readonly Span[];
  /** Text under no item. */
  readonly leftover: readonly Span[];
}

/** Walks through the stream with what `align` chose and gathers the text under each item. */
export function place(form: Form, elements: readonly Element[], choices: readonly Choice[]): Placed {
  const walker = new Walker(form);
  let next = 0;
  for (const element of elements) {
    if (element.kind === 'text') walker.text(element.span, element.headless);
    else walker.observation(element, choices[next++] ?? {});
  }
  walker.end();
  return walker;
}

interface Doubted {
  readonly bucket: Bucket;
  readonly before: Bucket;
  readonly heading: Span;
}

class Walker implements Placed {
  readonly print: Span[] = [];
  readonly leftover: Span[] = [];
  private readonly byPath = new Map<string, Bucket>();
  private readonly instances: Instances;
  private current: Bucket | undefined;
  /** The group whose heading was the last thing read. */
  private group: FormItem | undefined;
  /** The last bucket that began with a heading told by its wording alone. */
  private doubted: Doubted | undefined;
  private readonly unheaded: { item: FormItem; path: string; spans: Span[] }[] = [];

  constructor(private readonly form: Form) {
    this.instances = new Instances(form);
  }

  get buckets(): readonly Bucket[] {
    return [...this.byPath.values()];
  }

  observation(observation: Observation, choice: Choice): void {
    const { candidate } = choice;
    if (candidate) this.enter(observation, candidate, choice.rival);
    else if (observation.print) this.print.push(observation.span);
    else if (observation.what === 'heading') this.text(observation.span);
    else if (observation.what === 'unknown') this.unknown(observation.span);
  }

  /** Text right under the heading of a group is that of its first item where nothing else is. */
  end(): void {
    for (const { item, path, spans } of this.unheaded) {
      if (this.byPath.has(path)) appendAll(this.leftover, spans);
      else
        this.byPath.set(path, {
          item,
          path,
          spans,
          headings: [],
          headless: [],
          afterGap: false,
          inferred: true,
        });
    }
  }

  text(span: Span, headless = false): void {
    const first = headless && !this.current ? this.firstOfGroup() : undefined;
    if (first) this.unheaded.push({ ...first, spans: [span] });
    else this.placedText(span, headless);
  }

  private firstOfGroup(): { readonly item: FormItem; readonly path: string } | undefined {
    const [item] = this.group?.children ?? [];
    const headed = item && isLeaf(item) && item.type !== 'flag' && item.type !== 'count';
    return headed ? { item, path: this.instances.pathOf(item.id) } : undefined;
  }

  private placedText(span: Span, headless: boolean): void {
    if (headless && this.current && this.current.spans.length > 0) {
      this.current.joined = true;
      this.current.headless.push(this.current.spans.length);
    }
    append(this.current ? this.current.spans : this.leftover, span);
  }

  /** The text beside a heading that is not of this form belongs to no item. */
  private unknown(span: Span): void {
    this.current = undefined;
    this.leftover.push(span);
  }

  private enter(observation: Observation, candidate: Candidate, rival: ItemId | undefined): void {
    const heading = observation.what === 'heading' ? observation.span : undefined;
    if (heading) (observation.more ? this.leftover : this.print).push(heading);
    const holder = this.holderOf(candidate);
    const lost = !heading && holder?.type !== 'flag' && this.current?.item.id !== holder?.id;
    const unannounced = this.instances.enter(candidate);
    this.group = undefined;
    if (!holder) {
      const entered = indexOf(this.form).byId.get(candidate.id)?.item;
      if (heading && entered?.type === 'group') this.group = entered;
      this.current = undefined;
      return;
    }
    const before = this.current;
    this.current = this.bucket(holder);
    if (heading) this.head(this.current, heading, candidate.cost > 0, before);
    if (rival !== undefined && holder.id === candidate.id) this.current.rival = rival;
    const inferred = unannounced || (lost && holder.id === candidate.id);
    // 委託事項2～5 announced the entry badly, its own heading does it well.
    if (inferred || candidate.entry) this.current.inferred = inferred;
  }

  /** `plain`: the heading was told by its wording alone. */
  private head(bucket: Bucket, heading: Span, plain: boolean, before: Bucket | undefined): void {
    if (bucket === before && !plain && this.doubted?.bucket === bucket) this.giveBack(this.doubted);
    if (bucket.spans.length > 0) bucket.joined = true;
    else if (plain && before && before !== bucket) this.doubted = { bucket, before, heading };
    bucket.headings.push(heading);
  }

  /** The heading with its number follows: what looked like it before was a line of the text above. */
  private giveBack({ bucket, before, heading }: Doubted): void {
    this.print.splice(this.print.indexOf(heading), 1);
    for (const span of [heading, ...bucket.spans.splice(0)]) append(before.spans, span);
    bucket.headings.splice(0);
    this.doubted = undefined;
  }

  private bucket(item: FormItem): Bucket {
    const path = this.instances.pathOf(item.id);
    const known = this.byPath.get(path);
    if (known) return known;
    const afterGap = this.instances.isAfterGap(item.id);
    const made: Bucket = { item, path, spans: [], headings: [], headless: [], afterGap };
    this.byPath.set(path, made);
    return made;
  }

  /** The item that takes the text under a heading: itself, the name of an entry, or the only item of its part. */
  private holderOf({ id, section }: Candidate): FormItem | undefined {
    const { byId, sections } = indexOf(this.form);
    if (section) return onlyItem(sections.get(id)?.items ?? []);
    const item = byId.get(id)?.item;
    if (!item || isLeaf(item)) return item;
    if (isList(item)) return item.children?.find((child) => child.id === `${item.id}.name`);
    return isCheckGroup(item) ? item : onlyItem(item.children ?? []);
  }
}

/** Lines of one piece that follow one another stay one stretch. */
function append(spans: Span[], span: Span): void {
  const last = spans.at(-1);
  const joins =
    last?.piece === span.piece &&
    last.to <= span.from &&
    span.piece.text.slice(last.to, span.from).trim() === '';
  if (last && joins) spans[spans.length - 1] = { ...last, to: span.to };
  else spans.push(span);
}

/** A part whose items are all checks is read as a whole: its boxes often stand in one cell. */
export function isCheckGroup(item: FormItem): boolean {
  return (
    item.type === 'group' &&
    (item.children ?? []).length > 0 &&
    (item.children ?? []).every(({ type }) => type === 'checks')
  );
}

function onlyItem(items: readonly FormItem[]): FormItem | undefined {
  const [only] = items;
  return items.length === 1 && only && isLeaf(only) ? only : undefined;
}
