import { indexOf, isList } from '../../forms/lookup';
import type { Form, ItemId } from '../../forms/types';
import type { Step } from './align';

/** A place of the form: a section's heading or an item, in printed order. */
interface Station {
  readonly order: number;
  readonly section: string;
  /** The section is printed once for each file. */
  readonly perFile: boolean;
  /** First item of its section. */
  readonly opens: boolean;
  /** The list it stands in, or is. */
  readonly list?: ItemId;
  readonly isList: boolean;
}

const known = new WeakMap<Form, Step>();

/** What it costs to go on reading at another item of the form. */
export function stepsOf(form: Form): Step {
  const made = known.get(form) ?? makeSteps(form);
  known.set(form, made);
  return made;
}

function makeSteps(form: Form): Step {
  const stations = stationsOf(form);
  return (from, to) => {
    const [a, b] = [stations.get(from), stations.get(to.id)];
    if (!a || !b) return 20;
    if (from === to.id) return to.section ? 0.5 : 0;
    return b.order > a.order ? onward(a, b, to.cost > 0) : back(a, b);
  };
}

const PER_ITEM = 0.12;

/** A page's worth of items; where only the wording says so, it takes more to believe in a page that is missing. */
const PAGE = 2.5;
const DOUBTED_PAGE = 4.5;

/** Skipping items of the form. */
function onward(a: Station, b: Station, doubted: boolean): number {
  const skipped = Math.min((b.order - a.order - 1) * PER_ITEM, doubted ? DOUBTED_PAGE : PAGE);
  const crossing = a.section === b.section ? 0 : 0.3;
  const unannounced = b.list !== undefined && !b.isList && b.list !== a.list ? 1 : 0;
  return skipped + crossing + unannounced;
}

/** The next entry of a list, the next file, else a disorder. */
function back(a: Station, b: Station): number {
  if (b.list !== undefined && b.list === a.list) return b.isList ? 0.1 : 2.5;
  if (b.perFile && b.opens && a.perFile) return a.section === b.section ? 0.5 : 1;
  if (a.section === b.section) return 3;
  return b.perFile && a.perFile ? 4 : 6;
}

function stationsOf(form: Form): ReadonlyMap<ItemId, Station> {
  const stations = new Map<ItemId, Station>();
  const { all } = indexOf(form);
  let order = 0;
  for (const section of form.sections) {
    const shared = { section: section.id, perFile: section.repeat === 'file' };
    stations.set(section.id, { ...shared, order: order++, opens: true, isList: false });
    const items = all.filter((placed) => placed.section.id === section.id);
    items.forEach(({ item, parents }, at) => {
      const list = [...parents, item].findLast(isList)?.id;
      stations.set(item.id, {
        ...shared,
        order: order++,
        opens: at === 0,
        isList: isList(item),
        ...(list ? { list } : {}),
      });
    });
  }
  return stations;
}
