/** Compound files (MS-CFB): the container of .doc, .xls, .jtd and of encrypted office files. */
const MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ENTRY = 128;
/** Sectors of the directory that are followed; real ones have a handful. */
const MOST_SECTORS = 4096;

export function isCompound(bytes: Uint8Array): boolean {
  return MAGIC.every((byte, at) => bytes[at] === byte);
}

/** Names of the streams and storages. Of a broken directory, those that can be reached. */
export function streamNames(bytes: Uint8Array): readonly string[] {
  if (bytes.length < 512) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sectorSize = 1 << Math.min(view.getUint16(30, true), 16);
  const names: string[] = [];
  for (const sector of chain(view, sectorSize, view.getUint32(48, true))) {
    for (let at = offsetOf(sector, sectorSize); at < offsetOf(sector + 1, sectorSize); at += ENTRY) {
      const name = entryName(view, at);
      if (name !== '') names.push(name);
    }
  }
  return names;
}

function offsetOf(sector: number, sectorSize: number): number {
  return (sector + 1) * sectorSize;
}

/** The sectors of a stream, followed through the allocation table; ends at a bad link or a circle. */
function chain(view: DataView, sectorSize: number, first: number): readonly number[] {
  const sectors: number[] = [];
  const seen = new Set<number>();
  for (
    let sector: number | undefined = first;
    sector !== undefined;
    sector = nextSector(view, sectorSize, sector)
  ) {
    if (seen.has(sector) || sectors.length >= MOST_SECTORS) break;
    if (offsetOf(sector, sectorSize) >= view.byteLength) break;
    seen.add(sector);
    sectors.push(sector);
  }
  return sectors;
}

/** The header lists the first 109 sectors of the table: enough for 7 MB, and the directory stands early. */
function nextSector(view: DataView, sectorSize: number, sector: number): number | undefined {
  const perSector = sectorSize / 4;
  const tableIndex = Math.floor(sector / perSector);
  if (tableIndex >= 109) return undefined;
  const at = offsetOf(view.getUint32(76 + tableIndex * 4, true), sectorSize) + (sector % perSector) * 4;
  return at + 4 <= view.byteLength ? view.getUint32(at, true) : undefined;
}

function entryName(view: DataView, at: number): string {
  if (at + ENTRY > view.byteLength) return '';
  const length = Math.min(view.getUint16(at + 64, true), 64);
  let name = '';
  for (let unit = 0; unit + 2 < length; unit += 2)
    name += String.fromCharCode(view.getUint16(at + unit, true));
  return name;
}
