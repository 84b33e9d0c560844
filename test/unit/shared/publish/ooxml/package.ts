import { strFromU8, unzipSync } from 'fflate';
import { XMLParser } from 'fast-xml-parser';

/** One element of a parsed part. */
export interface Xml {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Xml[];
  /** Text of the element itself and of everything below it. */
  readonly text: string;
}

/** An Office Open XML package, unpacked. */
export interface Package {
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly part: (path: string) => Xml;
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
});

export function unpack(bytes: Uint8Array): Package {
  const files = unzipSync(bytes);
  const parsed = new Map<string, Xml>();
  const part = (path: string): Xml => {
    const known = parsed.get(path) ?? parse(files, path);
    parsed.set(path, known);
    return known;
  };
  return { files, part };
}

function parse(files: Readonly<Record<string, Uint8Array>>, path: string): Xml {
  const bytes = files[path];
  if (!bytes) throw new Error(`the package has no part ${path}`);
  const [root] = (parser.parse(strFromU8(bytes)) as RawNode[]).map(toXml);
  if (!root) throw new Error(`${path} is empty`);
  return root;
}

type RawNode = Record<string, unknown>;

function toXml(node: RawNode): Xml {
  const name = Object.keys(node).find((key) => key !== ':@') ?? '';
  if (name === '#text') return { name, attributes: {}, children: [], text: String(node[name]) };
  const children = (node[name] as RawNode[]).map(toXml);
  const attributes = (node[':@'] ?? {}) as Record<string, string>;
  return { name, attributes, children, text: children.map((child) => child.text).join('') };
}

/** The element and all below it. */
export function all(root: Xml, name?: string): readonly Xml[] {
  const found = name === undefined || root.name === name ? [root] : [];
  return [...found, ...root.children.flatMap((child) => all(child, name))];
}

export function child(xml: Xml, name: string): Xml | undefined {
  return xml.children.find((one) => one.name === name);
}
