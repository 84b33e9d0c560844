import { Inflate, strFromU8 } from 'fflate';
import { decodeText } from '../encoding';
import { type Limits, type Notices, Refusal } from '../reading';
import { centralEntries, scannedEntries, type ZipEntry } from './entries';

/** Largest ratio that deflate reaches is about 1,030; documents stay below 100. */
const BOMB_RATIO = 400;
const BOMB_FLOOR = 8 * 1024 * 1024;
const CHUNK = 64 * 1024;
const STORED = 0;
const DEFLATED = 8;

/**
 * A zip archive that inflates one part at a time within limits. Names are looked up, never used as paths
 * of files. A damaged directory is rebuilt from the local headers; a damaged part gives what precedes the damage.
 */
export class Archive {
  private readonly entries: ReadonlyMap<string, ZipEntry>;
  private inflated = 0;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly limits: Limits,
    private readonly notices: Notices,
  ) {
    const listed = centralEntries(bytes);
    if (!listed) notices.add('archiveDamaged');
    this.entries = new Map((listed ?? scannedEntries(bytes)).map((entry) => [canonical(entry.name), entry]));
  }

  get names(): readonly string[] {
    return [...this.entries.keys()];
  }

  has(name: string): boolean {
    return this.entries.has(canonical(name));
  }

  /** The part as UTF-8 (or UTF-16) text; undefined where there is none. */
  text(name: string): string | undefined {
    const bytes = this.part(name);
    if (!bytes) return undefined;
    const declared = foreignEncoding(bytes);
    if (declared === undefined) return decodeXmlBytes(bytes);
    this.notices.add('xmlEncoding', { encoding: declared });
    return decodeText(bytes).text;
  }

  /** The bytes of the part; undefined where there is none. Throws a `Refusal` for a bomb or an encrypted part. */
  part(name: string): Uint8Array | undefined {
    const entry = this.entries.get(canonical(name));
    if (!entry) return undefined;
    if (entry.encrypted) throw new Refusal({ code: 'encrypted' });
    const bytes = this.inflate(entry);
    this.inflated += bytes.length;
    if (this.inflated > this.limits.totalBytes) throw new Refusal({ code: 'bomb' });
    return bytes;
  }

  private inflate(entry: ZipEntry): Uint8Array {
    const packed = this.bytes.subarray(entry.start, entry.start + entry.packedSize);
    if (packed.length < entry.packedSize) this.notices.add('partDamaged', { part: entry.name });
    if (entry.method === STORED) return packed;
    if (entry.method !== DEFLATED) throw new Refusal({ code: 'damaged', params: { why: 'method' } });
    return this.inflateWithin(packed, entry.name);
  }

  private inflateWithin(packed: Uint8Array, name: string): Uint8Array {
    const chunks: Uint8Array[] = [];
    let size = 0;
    const inflate = new Inflate((chunk) => {
      size += chunk.length;
      chunks.push(chunk);
    });
    try {
      for (let at = 0; at < packed.length; at += CHUNK) {
        inflate.push(packed.subarray(at, at + CHUNK), at + CHUNK >= packed.length);
        this.assertModest(size, Math.min(at + CHUNK, packed.length));
      }
    } catch (problem) {
      if (problem instanceof Refusal) throw problem;
      this.notices.add('partDamaged', { part: name });
    }
    return joined(chunks, size);
  }

  private assertModest(size: number, packed: number): void {
    const tooDense = size > BOMB_FLOOR && size > packed * BOMB_RATIO;
    if (tooDense || size > this.limits.partBytes) throw new Refusal({ code: 'bomb' });
  }
}

/** Part names are compared without case, leading slash or turned slashes (OPC 6.2.2.3). */
function canonical(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  if (chunks.length === 1 && chunks[0]) return chunks[0];
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** The encoding that a part declares, where it is none that office files may have (ECMA-376 part 2, 8.1.4). */
function foreignEncoding(bytes: Uint8Array): string | undefined {
  const declaration = /^<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']/.exec(
    strFromU8(bytes.subarray(0, 200), true),
  );
  const encoding = declaration?.[1];
  return encoding === undefined || /^(utf-?(8|16).*|us-ascii)$/i.test(encoding) ? undefined : encoding;
}

function decodeXmlBytes(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, true);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, false);
  const text = strFromU8(bytes);
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

function decodeUtf16(bytes: Uint8Array, little: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const units: string[] = [];
  for (let at = 2; at + 1 < bytes.length; at += 2)
    units.push(String.fromCharCode(view.getUint16(at, little)));
  return units.join('');
}
