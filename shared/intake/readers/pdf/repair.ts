import { strFromU8, strToU8 } from 'fflate';
import { type FoundObject, objectsIn } from './objects';
import { unpackedObjects } from './packed';

/**
 * A file that was cut off, made whole as far as it goes (ISO 32000-1, 7.5.5): objects packed in streams are taken
 * out, and its catalogue is named, or made anew from the pages that are left. Undefined where there is no page, or
 * where the file was encrypted, since what tells how is gone.
 */
export function withNewTrailer(bytes: Uint8Array): Uint8Array | undefined {
  return withRoot(bytes, (objects) => soundRoot(objects) ?? newRoot(objects));
}

/**
 * A file whose list of pages is broken, with a list of all pages that stand in it. Undefined where these are not more than those
 * that could be read (`known`).
 */
export function withAllPages(bytes: Uint8Array, known: number): Uint8Array | undefined {
  return withRoot(bytes, (objects) => {
    const root = newRoot(objects);
    return root && root.pages > known ? root : undefined;
  });
}

function withRoot(
  bytes: Uint8Array,
  rootOf: (objects: readonly FoundObject[]) => Root | undefined,
): Uint8Array | undefined {
  const text = strFromU8(bytes, true);
  if (/\/Encrypt\b/.test(text)) return undefined;
  const packed = unpackedObjects(text, bytes);
  const root = rootOf([...objectsIn(text), ...packed]);
  if (!root) return undefined;
  const added = [
    ...packed.map(({ number, head }) => `${String(number)} 0 obj\n${head}\nendobj`),
    ...root.added,
    `trailer\n<</Root ${root.reference}>>\nstartxref\n0\n%%EOF\n`,
  ];
  // What is left of the old ends would be taken for one.
  const body = text.replace(/trailer|(?:start)?xref/g, (word) => ' '.repeat(word.length));
  return strToU8(`${body}\nendobj\n${added.join('\n')}`, true);
}

interface Root {
  readonly reference: string;
  readonly added: readonly string[];
}

/** The catalogue of the file, where the list of pages that it names is there too. */
function soundRoot(objects: readonly FoundObject[]): Root | undefined {
  const catalogue = objects.findLast(({ head }) => /\/Type\s*\/Catalog\b/.test(head));
  const pages = /\/Pages\s+(\d+)\s/.exec(catalogue?.head ?? '')?.[1];
  const isWhole = objects.some(({ number, head }) => number === Number(pages) && /\/Kids\b/.test(head));
  return catalogue && isWhole ? { reference: referenceTo(catalogue), added: [] } : undefined;
}

/** All pages that are left, in the order in which they stand. */
function newRoot(objects: readonly FoundObject[]): (Root & { readonly pages: number }) | undefined {
  const pages = objects.filter(({ head }) => /\/Type\s*\/Page(?![a-zA-Z])/.test(head));
  if (pages.length === 0) return undefined;
  const next = objects.reduce((most, { number }) => Math.max(most, number), 0) + 1;
  const kids = [...new Set(pages.map(referenceTo))];
  return {
    pages: kids.length,
    reference: `${String(next + 1)} 0 R`,
    added: [
      `${String(next)} 0 obj\n<</Type/Pages/Count ${String(kids.length)}/Kids[${kids.join(' ')}]>>\nendobj`,
      `${String(next + 1)} 0 obj\n<</Type/Catalog/Pages ${String(next)} 0 R>>\nendobj`,
    ],
  };
}

function referenceTo({ number, generation }: FoundObject): string {
  return `${String(number)} ${String(generation)} R`;
}
