import type { Form, FormSection } from '../../../forms/types';
import type { Atom } from './atom';

/** Which parts of the form the pages show: a part begins with its heading and lasts until the next. */
export interface Segments {
  /** How many 特定個人情報ファイル the document has. */
  readonly files: number;
  /** Parts of each page: `I`, `II[2]`. */
  readonly onPage: readonly (readonly string[])[];
  /** Those that begin on each page. */
  readonly begun: readonly (readonly string[])[];
  /** All parts of the form were found, each as often as it should be. */
  readonly certain: boolean;
}

/** A page that names so many parts lists them. */
const LISTED = 4;

export function segmentsOf(form: Form, pages: readonly (readonly Atom[])[]): Segments {
  const named = pages.map((atoms) => sectionsNamed(form, atoms));
  const listing = named.map((sections) => new Set(sections).size >= LISTED);
  const begun = named.map((sections, page) => (listing[page] ? [] : sections));
  const files = fileCount(form, begun, pages);
  const counts = form.sections.map(
    (section) => begun.filter((sections) => sections.includes(section)).length,
  );
  const numbered = form.sections.filter((section) => section.number !== undefined);
  return {
    files,
    ...onPages(form, begun, { listing, files }),
    certain: numbered.every(
      (section) => counts[form.sections.indexOf(section)] === (section.repeat === 'file' ? files : 1),
    ),
  };
}

function sectionsNamed(form: Form, atoms: readonly Atom[]): readonly FormSection[] {
  return atoms.flatMap((atom) => {
    if (atom.kind !== 'heading') return [];
    const section = form.sections.find(({ id }) => id !== 'cover' && id !== 'toc' && atom.ids.includes(id));
    return section ? [section] : [];
  });
}

/** What most of the headings say that occur once for every file. */
function fileCount(
  form: Form,
  begun: readonly (readonly FormSection[])[],
  pages: readonly (readonly Atom[])[],
): number {
  const repeated = form.sections.filter(({ repeat, number }) => repeat === 'file' && number !== undefined);
  if (repeated.length === 0) return 1;
  const counts = repeated.map((section) => begun.flat().filter((one) => one === section).length);
  const firsts = repeated.map((section) => section.items[0]?.id ?? '');
  const names = pages
    .flat()
    .filter((atom) => atom.kind === 'heading' && atom.numbered && firsts.some((id) => atom.ids.includes(id)));
  const votes = [...counts, Math.round(names.length / repeated.length)].sort((a, b) => a - b);
  return Math.max(1, votes[Math.floor(votes.length / 2)] ?? 1);
}

interface Known {
  readonly listing: readonly boolean[];
  readonly files: number;
}

function onPages(
  form: Form,
  begun: readonly (readonly FormSection[])[],
  known: Known,
): Pick<Segments, 'onPage' | 'begun'> {
  const seen = new Map<FormSection, number>();
  const first = form.sections.find(({ number }) => number !== undefined);
  const opening = first ? [first.id] : [];
  let carried: readonly string[] = ['cover', 'toc'];
  const pages = begun.map((sections, page) => {
    const begins = [...new Set(sections)].flatMap((section) =>
      partsOf(section, sections, { seen, ...known, begun }),
    );
    const shown = [...carried, ...begins, ...(known.listing[page] ? opening : [])];
    if (begins.length > 0) carried = begins;
    else if (known.listing[page]) carried = [...carried, ...opening];
    return { shown, begins: known.listing[page] ? shown : begins };
  });
  return { onPage: pages.map(({ shown }) => shown), begun: pages.map(({ begins }) => begins) };
}

interface Count extends Known {
  readonly seen: Map<FormSection, number>;
  readonly begun: readonly (readonly FormSection[])[];
}

/** The parts that begin with the headings of one section on a page. */
function partsOf(section: FormSection, onPage: readonly FormSection[], count: Count): readonly string[] {
  if (section.repeat !== 'file') return [section.id];
  const all = Array.from({ length: count.files }, (_, nth) => `${section.id}[${String(nth + 1)}]`);
  const pages = count.begun.filter((sections) => sections.includes(section)).length;
  const total = count.begun.flat().filter((one) => one === section).length;
  if (pages !== count.files && total !== count.files) return all;
  const from = count.seen.get(section) ?? 0;
  const here = pages === count.files ? 1 : onPage.filter((one) => one === section).length;
  count.seen.set(section, from + here);
  return all.slice(from, from + here);
}

/** `II[2].4.items[3].m1` lies in `II[2]`, every line of the list of contents in `toc`. */
export function segmentOf(path: string): string {
  const [part = ''] = path.split('.');
  return part.startsWith('toc[') ? 'toc' : part;
}
