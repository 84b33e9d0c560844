import { strToU8, zipSync } from 'fflate';

/** Files of a package by their path inside it, in their order. */
export type PackageFiles = Readonly<Record<string, string | Uint8Array>>;

/** The same content gives the same bytes: the package holds no time of writing. */
const EPOCH = new Date(1980, 0, 1);

/** A ZIP package (docx, xlsx). Pictures are stored as they are, everything else is compressed. */
export function zipPackage(files: PackageFiles): Uint8Array {
  const entries = Object.entries(files).map(([path, content]) => {
    const bytes = typeof content === 'string' ? strToU8(content) : content;
    return [path, [bytes, { level: typeof content === 'string' ? 6 : 0 }]] as const;
  });
  return zipSync(Object.fromEntries(entries) as Parameters<typeof zipSync>[0], { mtime: EPOCH });
}
