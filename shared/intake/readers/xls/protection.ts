import { joinedBytes, u16, u32 } from '../bytes';
import { md5 } from '../cipher/md5';
import { rc4 } from '../cipher/rc4';
import { sha1 } from '../cipher/sha1';
import { Refusal } from '../reading';
import { biffRecords, TYPE } from './records';

/**
 * Excel encrypts a book whose structure is protected (「ブックの保護」), though nobody is asked for a password to open it:
 * this one, which the format fixes (MS-XLS 2.4.117), is tried first.
 */
const OF_PROTECTED_BOOKS = 'VelvetSweatshop';

/**
 * The workbook stream as Excel shows it without asking for a password. Throws a `Refusal` where a password of somebody's
 * own is needed, or an encryption that is older (XOR).
 */
export function openedStream(stream: Uint8Array): Uint8Array {
  const hiding = filePassword(stream);
  if (!hiding) return stream;
  const cipher = cipherOf(hiding, OF_PROTECTED_BOOKS);
  if (!cipher || !fits(cipher)) throw new Refusal({ code: 'encrypted' });
  return shown(stream, cipher.keyOf);
}

/** The record that says how the stream is encrypted; it stands in the first substream. */
function filePassword(stream: Uint8Array): Uint8Array | undefined {
  for (const { type, data } of biffRecords(stream, 0)) {
    if (type === TYPE.filePassword) return data;
    if (type === TYPE.end) return undefined;
  }
  return undefined;
}

/** How a password makes the keys, and what tells whether it is the right one. */
interface Cipher {
  /** The key of each block of the stream. */
  readonly keyOf: (block: number) => Uint8Array;
  readonly hash: (bytes: Uint8Array) => Uint8Array;
  /** A secret, encrypted, and its hash, encrypted behind it. */
  readonly verifier: Uint8Array;
}

const BLOCK = 1024;
const SALT = 16;
const SECRET = 16;

/** By the type and version that the record begins with; undefined for kinds that are not known. */
function cipherOf(record: Uint8Array, password: string): Cipher | undefined {
  const [type, major, minor] = [u16(record, 0), u16(record, 2), u16(record, 4)];
  if (type !== 1) return undefined;
  if (major === 1 && minor === 1) return rc4Cipher(record, password);
  return major >= 2 && major <= 4 && minor === 2 ? cryptoApiCipher(record, password) : undefined;
}

/** RC4 with 40 bits (MS-OFFCRYPTO 2.3.6). */
function rc4Cipher(record: Uint8Array, password: string): Cipher {
  const salt = record.subarray(6, 6 + SALT);
  const secret = md5(utf16(password)).subarray(0, 5);
  const mixed = md5(joinedBytes(Array.from({ length: 16 }, () => [secret, salt]).flat())).subarray(0, 5);
  return {
    keyOf: (block) => md5(joinedBytes([mixed, long(block)])),
    hash: md5,
    verifier: record.subarray(6 + SALT, 6 + SALT + SECRET + 16),
  };
}

/** RC4 of the CryptoAPI (MS-OFFCRYPTO 2.3.5): a header that names the length of the key, then salt and verifier. */
function cryptoApiCipher(record: Uint8Array, password: string): Cipher | undefined {
  const header = 14;
  const behind = header + u32(record, 10);
  const bits = u32(record, header + 16) || 40;
  const salt = record.subarray(behind + 4, behind + 4 + SALT);
  const verifier = behind + 4 + SALT;
  if (bits > 128 || salt.length < SALT) return undefined;
  const base = sha1(joinedBytes([salt, utf16(password)]));
  return {
    keyOf: (block) => {
      const key = sha1(joinedBytes([base, long(block)])).subarray(0, bits / 8);
      // Keys of 40 bits are filled up with zeros.
      return bits === 40 ? joinedBytes([key, new Uint8Array(11)]) : key;
    },
    hash: sha1,
    verifier: joinedBytes([
      record.subarray(verifier, verifier + SECRET),
      record.subarray(verifier + SECRET + 4, verifier + SECRET + 4 + 20),
    ]),
  };
}

function fits({ keyOf, hash, verifier }: Cipher): boolean {
  const next = rc4(keyOf(0));
  const plain = verifier.map((byte) => byte ^ next());
  const wanted = hash(plain.subarray(0, SECRET));
  return plain.length === SECRET + wanted.length && wanted.every((byte, at) => plain[SECRET + at] === byte);
}

/** Records that are never encrypted; of those that list sheets, the place of the sheet is not. */
const PLAIN: ReadonlySet<number> = new Set([
  TYPE.beginning,
  TYPE.filePassword,
  0xe1,
  0x138,
  0x194,
  0x195,
  0x196,
]);
const PLACE = 4;
const HEAD = 4;

function shown(stream: Uint8Array, keyOf: (block: number) => Uint8Array): Uint8Array {
  const plain = new Uint8Array(stream.length);
  for (let from = 0; from < stream.length; from += BLOCK) {
    const next = rc4(keyOf(from / BLOCK));
    const end = Math.min(from + BLOCK, stream.length);
    for (let at = from; at < end; at++) plain[at] = (stream[at] ?? 0) ^ next();
  }
  for (let at = 0; at + HEAD <= stream.length;) {
    const [type, length] = [u16(stream, at), u16(stream, at + 2)];
    const open = HEAD + (PLAIN.has(type) ? length : type === TYPE.boundSheet ? Math.min(PLACE, length) : 0);
    plain.set(stream.subarray(at, at + open), at);
    at += HEAD + length;
  }
  return plain;
}

function utf16(text: string): Uint8Array {
  return joinedBytes(
    Array.from(text, (letter) => Uint8Array.of(letter.charCodeAt(0) & 0xff, letter.charCodeAt(0) >> 8)),
  );
}

function long(value: number): Uint8Array {
  return Uint8Array.of(value, value >> 8, value >> 16, value >> 24);
}
