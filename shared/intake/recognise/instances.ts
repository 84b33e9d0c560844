import { indexOf, isList, type PlacedItem } from '../../forms/lookup';
import type { Form, FormItem, FormSection, ItemId } from '../../forms/types';
import type { Candidate } from './elements';
import type { EntryHeading } from './print';

/** Where the reading stands in one file's part of a section. */
interface FilePart {
  readonly file: number;
  /** Furthest place reached, by rank; -1 before the first. */
  reached: number;
  readonly seen: Set<ItemId>;
  /** A page or more is missing. */
  gap: boolean;
  /** Where the reading left a stretch of items out, and how many it read since. */
  jump?: { readonly from: number; items: number };
  /** It began with the section's heading or its first item. */
  readonly begun: boolean;
  /** No doubt which file it is: it began so, or it is the first. */
  readonly opened: boolean;
}

/** Items skipped at once that mean a page is missing. */
const GAP = 8;
/** Neighbouring items may have changed places. */
const DISORDER = 1;
/** Going back further than this begins the next file, though its heading is missing. */
const NEW_FILE = 5;

/** Most items of a part that is none. */
const STRAY = 2;

/** Which file and which entries the reading stands in. */
export class Instances {
  private readonly parts = new Map<string, FilePart>();
  private readonly entries = new Map<string, number>();
  /** Furthest item of the current entry of a list, by order. */
  private readonly inEntry = new Map<string, number>();
  /** Lists whose current entry has no heading of its own. */
  private readonly unannounced = new Set<string>();
  /** The heading of the section was printed and no item since. */
  private readonly announced = new Set<string>();
  private readonly ranks: ReadonlyMap<ItemId, number>;

  constructor(private readonly form: Form) {
    this.ranks = ranksOf(form);
  }

  /** Moves on to the candidate. True where its file or its entry began without being announced. */
  enter({ id, entry, section }: Candidate): boolean {
    if (section) return this.announce(id);
    const placed = indexOf(this.form).byId.get(id);
    if (!placed) return false;
    const implied = this.enterFile(placed);
    const list = [...placed.parents, placed.item].findLast(isList);
    if (!list || list.type === 'table') return implied;
    return (entry ? this.announceEntry(list.id, entry) : this.enterEntry(list, placed)) || implied;
  }

  pathOf(id: ItemId): string {
    const placed = indexOf(this.form).byId.get(id);
    if (!placed) return id;
    let path = this.sectionPath(placed.section);
    let done = placed.section.id;
    for (const list of placed.parents.filter(isList)) {
      const key = path + list.id.slice(done.length);
      path = `${key}[${String(this.entries.get(key) ?? 1)}]`;
      done = list.id;
    }
    return path + id.slice(done.length);
  }

  isAfterGap(id: ItemId): boolean {
    return this.parts.get(indexOf(this.form).byId.get(id)?.section.id ?? '')?.gap === true;
  }

  private sectionPath({ id, repeat }: FormSection): string {
    return repeat === 'file' ? `${id}[${String(this.parts.get(id)?.file ?? 1)}]` : id;
  }

  private announce(id: string): boolean {
    const section = indexOf(this.form).sections.get(id);
    if (section?.repeat !== 'file') return false;
    if (section.items.length === 1 || !this.parts.has(id)) this.nextFile(id, true);
    this.announced.add(id);
    return false;
  }

  /** The next file begins at the first item, behind the section's heading, or far back among items already read. */
  private enterFile(placed: PlacedItem): boolean {
    const { section, item, parents } = placed;
    if (section.repeat !== 'file') return false;
    const rank = this.ranks.get(([...parents, item].find(isList) ?? item).id) ?? 0;
    const known = this.parts.get(section.id) ?? this.nextFile(section.id, rank === 0);
    const announced = this.announced.delete(section.id);
    const back = rank < known.reached;
    if (strayed(known, rank)) known.reached = rank;
    const implied = rank < known.reached - NEW_FILE && known.seen.has(item.id);
    const next = back && (announced || rank === 0 || implied);
    const part = next ? this.nextFile(section.id, announced || rank === 0) : known;
    // Without its first item, the file's name, nothing says which file this is.
    if (rank > (part.reached < 0 ? 0 : part.reached + GAP)) part.gap = true;
    noteJump(part, rank);
    part.reached = Math.max(rank, part.reached);
    part.seen.add(item.id);
    return !part.opened;
  }

  /** A few words alone that looked like headings are no file. */
  private nextFile(id: string, opened: boolean): FilePart {
    const last = this.parts.get(id);
    const stray = last !== undefined && !last.begun && last.seen.size <= STRAY;
    const file = stray ? last.file : (last?.file ?? 0) + 1;
    const part: FilePart = {
      file,
      reached: -1,
      seen: new Set(),
      gap: false,
      begun: opened,
      opened: opened || file === 1,
    };
    this.parts.set(id, part);
    return part;
  }

  /** `委託事項2～5` only says which entries may follow. */
  private announceEntry(list: ItemId, { ordinal, through }: EntryHeading): boolean {
    const key = this.pathOf(list);
    if (through === undefined) this.unannounced.delete(key);
    else this.unannounced.add(key);
    this.entries.set(key, ordinal);
    this.inEntry.set(key, -1);
    return through !== undefined;
  }

  /** An item that stands before the last one read begins the next entry. */
  private enterEntry(list: FormItem, { order }: PlacedItem): boolean {
    const key = this.pathOf(list.id);
    const unannounced = !this.entries.has(key);
    const begins = order < (this.inEntry.get(key) ?? -1) - DISORDER;
    if (unannounced || begins) {
      this.entries.set(key, (this.entries.get(key) ?? 0) + 1);
      // The first is the first, with or without a heading.
      if (begins) this.unannounced.add(key);
    }
    this.inEntry.set(key, begins ? order : Math.max(order, this.inEntry.get(key) ?? -1));
    return unannounced || this.unannounced.has(key);
  }
}

function noteJump(part: FilePart, rank: number): void {
  if (rank > part.reached + NEW_FILE) part.jump = { from: part.reached, items: 0 };
  else if (part.jump) part.jump.items++;
}

/** Back behind a jump after a few words: they only looked like headings. */
function strayed({ jump, reached }: FilePart, rank: number): boolean {
  const back = rank > 0 && rank < reached - NEW_FILE;
  return back && jump !== undefined && jump.items < STRAY && rank >= jump.from - DISORDER;
}

/** Place of every item in its section; a list and all in it are one place. */
function ranksOf(form: Form): ReadonlyMap<ItemId, number> {
  const ranks = new Map<ItemId, number>();
  const next = new Map<string, number>();
  for (const { item, parents, section } of indexOf(form).all) {
    if (parents.some(isList)) continue;
    const rank = next.get(section.id) ?? 0;
    ranks.set(item.id, rank);
    next.set(section.id, rank + 1);
  }
  return ranks;
}
