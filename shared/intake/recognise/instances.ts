import { indexOf, isList, type PlacedItem } from '../../forms/lookup';
import type { Form, FormItem, FormSection, ItemId } from '../../forms/types';
import type { Candidate } from './elements';

/** Where the reading stands in one file's part of a section. */
interface FilePart {
  readonly file: number;
  /** Furthest place reached, by rank; -1 before the first. */
  reached: number;
  readonly seen: Set<ItemId>;
  /** A page or more is missing. */
  gap: boolean;
}

/** Items skipped at once that mean a page is missing. */
const GAP = 8;
/** Neighbouring items may have changed places. */
const DISORDER = 1;
/** Going back further than this begins the next file, though its heading is missing. */
const NEW_FILE = 5;

/** Which file and which entries the reading stands in. */
export class Instances {
  private readonly parts = new Map<string, FilePart>();
  private readonly entries = new Map<string, number>();
  /** Furthest item of the current entry of a list, by order. */
  private readonly inEntry = new Map<string, number>();
  /** The heading of the section was printed and no item since. */
  private readonly announced = new Set<string>();
  private readonly ranks: ReadonlyMap<ItemId, number>;

  constructor(private readonly form: Form) {
    this.ranks = ranksOf(form);
  }

  /** Moves on to the candidate. True where a file or an entry began without being announced. */
  enter({ id, entry, section }: Candidate): boolean {
    if (section) return this.announce(id);
    const placed = indexOf(this.form).byId.get(id);
    if (!placed) return false;
    const implied = this.enterFile(placed);
    const list = [...placed.parents, placed.item].findLast(isList);
    if (!list || list.type === 'table') return implied;
    return (entry ? this.announceEntry(list.id, entry.ordinal) : this.enterEntry(list, placed)) || implied;
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
    if (section.items.length === 1 || !this.parts.has(id)) this.nextFile(id);
    this.announced.add(id);
    return false;
  }

  /** The next file begins at the first item, behind the section's heading, or far back among items already read. */
  private enterFile(placed: PlacedItem): boolean {
    const { section, item, parents } = placed;
    if (section.repeat !== 'file') return false;
    const rank = this.ranks.get(([...parents, item].find(isList) ?? item).id) ?? 0;
    const known = this.parts.get(section.id) ?? this.nextFile(section.id);
    const back = rank < known.reached;
    const announced = this.announced.delete(section.id);
    const implied = rank < known.reached - NEW_FILE && known.seen.has(item.id);
    const next = back && (announced || rank === 0 || implied);
    const part = next ? this.nextFile(section.id) : known;
    // Without its first item, the file's name, nothing says which file this is.
    if (rank > (part.reached < 0 ? 0 : part.reached + GAP)) part.gap = true;
    part.reached = Math.max(rank, part.reached);
    part.seen.add(item.id);
    return next && implied && !announced && rank > 0;
  }

  private nextFile(id: string): FilePart {
    const file = (this.parts.get(id)?.file ?? 0) + 1;
    const part: FilePart = { file, reached: -1, seen: new Set(), gap: false };
    this.parts.set(id, part);
    return part;
  }

  private announceEntry(list: ItemId, ordinal: number): boolean {
    const key = this.pathOf(list);
    this.entries.set(key, ordinal);
    this.inEntry.set(key, -1);
    return false;
  }

  /** An item that stands before the last one read begins the next entry. */
  private enterEntry(list: FormItem, { order }: PlacedItem): boolean {
    const key = this.pathOf(list.id);
    const unannounced = !this.entries.has(key);
    const begins = order < (this.inEntry.get(key) ?? -1) - DISORDER;
    if (unannounced || begins) this.entries.set(key, (this.entries.get(key) ?? 0) + 1);
    this.inEntry.set(key, begins ? order : Math.max(order, this.inEntry.get(key) ?? -1));
    return unannounced || begins;
  }
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
