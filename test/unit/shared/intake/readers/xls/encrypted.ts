import { createHash } from 'node:crypto';
import { rc4 } from '../../../../../../shared/intake/readers/cipher/rc4';
import { compoundOf } from '../compound/compoundFile';
import { joined, long, record, streamOf, word, type BookContent, type Bytes } from './xlsFile';

const digest = (name: 'md5' | 'sha1', ...parts: readonly Bytes[]) =>
  new Uint8Array(
    createHash(name)
      .update(Uint8Array.from(parts.flatMap((part) => [...part])))
      .digest(),
  );
const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));

const SALT = Uint8Array.from({ length: 16 }, (_, at) => at * 7 + 3);
const SECRET = Uint8Array.from({ length: 16 }, (_, at) => at * 11 + 5);

/** RC4 with 40 bits, or of the CryptoAPI with a key of so many bits. */
export type Strength = 'old' | 40 | 128;

/** A book of Excel 97–2003 encrypted with a password, as MS-OFFCRYPTO describes it. */
export function encryptedXls(content: BookContent, password: string, strength: Strength): Uint8Array {
  const keyOf = strength === 'old' ? oldKeys(password) : cryptoApiKeys(password, strength);
  const hash = strength === 'old' ? 'md5' : 'sha1';
  const next = rc4(keyOf(0));
  const [secret, check] = [SECRET, digest(hash, SECRET)].map((bytes) => bytes.map((byte) => byte ^ next()));
  const parts = [secret ?? [], check ?? []] as const;
  const filePass = strength === 'old' ? oldRecord(...parts) : cryptoApiRecord(strength, ...parts);
  const stream = streamOf({ ...content, globals: [filePass, ...(content.globals ?? [])] });
  return compoundOf({ Workbook: hidden(stream, keyOf) });
}

type Keys = (block: number) => Uint8Array;

function oldKeys(password: string): Keys {
  const secret = digest('md5', utf16(password)).subarray(0, 5);
  const mixed = digest('md5', ...Array.from({ length: 16 }, () => [...secret, ...SALT])).subarray(0, 5);
  return (block) => digest('md5', mixed, long(block));
}

function cryptoApiKeys(password: string, bits: number): Keys {
  const base = digest('sha1', SALT, utf16(password));
  return (block) => {
    const key = digest('sha1', base, long(block)).subarray(0, bits / 8);
    return bits === 40 ? joined([key, new Uint8Array(11)]) : key;
  };
}

function oldRecord(secret: Bytes, check: Bytes): Uint8Array {
  return record(0x2f, word(1), word(1), word(1), SALT, secret, check);
}

function cryptoApiRecord(bits: number, secret: Bytes, check: Bytes): Uint8Array {
  const provider = [...utf16('Microsoft Base Cryptographic Provider v1.0'), 0, 0];
  const header = [4, 0, 0x6801, 0x8004, bits, 1, 0, 0].flatMap((value) => [...long(value)]);
  const length = long(header.length + provider.length);
  const verifier = [long(16), SALT, secret, long(20), check];
  return record(0x2f, word(1), word(4), word(2), long(4), length, header, provider, ...verifier);
}

/** Heads of records, some whole records and the places of sheets stay as they are. */
function hidden(stream: Uint8Array, keyOf: Keys): Uint8Array {
  const bytes = stream.slice();
  let next = () => 0;
  let open = 0;
  for (let at = 0, left = 0; at < stream.length; at++, left--) {
    if (at % 1024 === 0) next = rc4(keyOf(at / 1024));
    const key = next();
    if (left === 0) {
      const view = new DataView(stream.buffer, stream.byteOffset + at);
      const [type, length] = [view.getUint16(0, true), view.getUint16(2, true)];
      left = 4 + length;
      open = at + 4 + ([0x809, 0x2f].includes(type) ? length : type === 0x85 ? 4 : 0);
    }
    if (at >= open) bytes[at] = (stream[at] ?? 0) ^ key;
  }
  return bytes;
}
