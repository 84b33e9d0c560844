import { child, elementsOf, parseXml, type XmlElement } from '../xml/element';
import type { Archive } from './archive';

/** An edge from one part of an office file to another (OPC relationships). */
export interface Relationship {
  readonly id: string;
  /** Last segment of the relationship type: `image`, `worksheet`, `officeDocument`. */
  readonly type: string;
  /** Name of the part in the archive, or the address where `external`. */
  readonly target: string;
  readonly external: boolean;
}

/** The relationships of a part; none where it has no relationship part. `''` names the whole package. */
export function relationshipsOf(archive: Archive, part: string, depth: number): readonly Relationship[] {
  const text = archive.text(relationshipPart(part));
  if (text === undefined) return [];
  const { root } = parseXml(text, depth);
  return elementsOf(root, 'Relationship').map(({ attributes }) => ({
    id: attributes.Id ?? '',
    type: (attributes.Type ?? '').split('/').pop() ?? '',
    target: resolvePart(part, attributes.Target ?? ''),
    external: attributes.TargetMode === 'External',
  }));
}

/** The part that the package names as its main document. */
export function mainPartOf(archive: Archive, depth: number): string | undefined {
  return relationshipsOf(archive, '', depth).find(({ type }) => type === 'officeDocument')?.target;
}

/** The root of an XML part, with whether the part was damaged. */
export function partRoot(archive: Archive, part: string, depth: number): XmlElement | undefined {
  const text = archive.text(part);
  return text === undefined ? undefined : parseXml(text, depth).root;
}

/** Of a part's root, the elements in a container: `partElements(archive, 'word/styles.xml', 'style')`. */
export function containerOf(
  root: XmlElement | undefined,
  ...names: readonly string[]
): readonly XmlElement[] {
  return elementsOf(child(root, ...names));
}

function relationshipPart(part: string): string {
  const slash = part.lastIndexOf('/');
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

/** `..` and `.` are followed within the archive; a name never leaves it. */
function resolvePart(from: string, target: string): string {
  const base = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  return target.split('/').reduce<string[]>(step, base).join('/');
}

function step(path: string[], segment: string): string[] {
  if (segment === '' || segment === '.') return path;
  return segment === '..' ? path.slice(0, -1) : [...path, segment];
}
