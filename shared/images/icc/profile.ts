import { asciiAt, asciiCodes, joinBytes, uint16, uint32, viewOf } from '../bytes';
import { localisedText, numbersOnly, plainText } from './elements';

/**
 * Tags that decide about the colours of a picture. What is left out describes: names of devices and of their owners,
 * serial numbers of calibrated screens (`meta`, `vcgt`, `dmnd`), copyright.
 */
const COLOUR_TAGS = [
  'wtpt',
  'bkpt',
  'chad',
  'rXYZ',
  'gXYZ',
  'bXYZ',
  'rTRC',
  'gTRC',
  'bTRC',
  'kTRC',
  'A2B0',
] as const;

/** Each set alone is enough to interpret the dots. */
const SUFFICIENT: readonly (readonly string[])[] = [
  ['rXYZ', 'gXYZ', 'bXYZ', 'rTRC', 'gTRC', 'bTRC'],
  ['kTRC'],
  ['A2B0'],
];

const CLASSES = ['mntr', 'scnr', 'prtr', 'spac'];
const COLOURS = ['RGB ', 'GRAY'];
const CONNECTIONS = ['XYZ ', 'Lab '];
const HEADER = 128;
const MAX_TAGS = 100;
/** 1 January 2000, midnight: a profile must name a date. */
const NO_DATE = [2000, 1, 1, 0, 0, 0].flatMap((part) => uint16(part));

/** The largest profile that is read, in bytes. */
export const MAX_PROFILE_BYTES = 4_000_000;

interface Tag {
  readonly name: string;
  readonly element: Uint8Array;
}

/**
 * The colour profile (ICC.1) with the numbers that decide about colours and nothing that describes: no names, texts, dates, serial
 * numbers, no bytes between the tags. Undefined where it cannot be read or holds no numbers of a known kind: the
 * picture is then shown as sRGB.
 */
export function neutralProfile(profile: Uint8Array): Uint8Array | undefined {
  if (!isProfile(profile)) return undefined;
  const tags = tagsOf(profile);
  const names = tags.map(({ name }) => name);
  if (!SUFFICIENT.some((set) => set.every((name) => names.includes(name)))) return undefined;
  return profileBytes(profile, [...textTags(profile), ...tags]);
}

function isProfile(profile: Uint8Array): boolean {
  return (
    profile.length > HEADER + 4 &&
    profile.length <= MAX_PROFILE_BYTES &&
    asciiAt(profile, 36, 4) === 'acsp' &&
    CLASSES.includes(asciiAt(profile, 12, 4)) &&
    COLOURS.includes(asciiAt(profile, 16, 4)) &&
    CONNECTIONS.includes(asciiAt(profile, 20, 4))
  );
}

function tagsOf(profile: Uint8Array): readonly Tag[] {
  const view = viewOf(profile);
  const count = Math.min(view.getUint32(HEADER), MAX_TAGS);
  const found = new Map<string, Uint8Array>();
  for (let at = HEADER + 4; at < HEADER + 4 + 12 * count && at + 12 <= profile.length; at += 12) {
    const start = view.getUint32(at + 4);
    const element = numbersOnly(profile.subarray(start, start + view.getUint32(at + 8)));
    if (element) found.set(asciiAt(profile, at, 4), element);
  }
  return COLOUR_TAGS.flatMap((name) => {
    const element = found.get(name);
    return element ? [{ name, element }] : [];
  });
}

/** A profile must have a description and a copyright. */
function textTags(profile: Uint8Array): readonly Tag[] {
  const isVersion4 = (profile[8] ?? 0) >= 4;
  const element = (kind: 'desc' | 'text', text: string) =>
    isVersion4 ? localisedText(text) : plainText(kind, text);
  return [
    { name: 'desc', element: element('desc', 'Colour profile') },
    { name: 'cprt', element: element('text', 'None') },
  ];
}

function profileBytes(profile: Uint8Array, tags: readonly Tag[]): Uint8Array {
  const directory: number[] = [];
  const elements: (Uint8Array | readonly number[])[] = [];
  let at = HEADER + 4 + 12 * tags.length;
  for (const { name, element } of tags) {
    directory.push(...asciiCodes(name), ...uint32(at), ...uint32(element.length));
    const padding = new Uint8Array((4 - (element.length % 4)) % 4);
    elements.push(element, padding);
    at += element.length + padding.length;
  }
  return joinBytes([headerOf(profile, at), uint32(tags.length), directory, ...elements]);
}

/** Version, class, colour spaces, rendering intent and illuminant are kept; what names programs and devices is zero. */
function headerOf(profile: Uint8Array, size: number): Uint8Array {
  const header = new Uint8Array(HEADER);
  header.set(uint32(size), 0);
  header.set(profile.subarray(8, 10), 8);
  header.set(profile.subarray(12, 24), 12);
  header.set(NO_DATE, 24);
  header.set(asciiCodes('acsp'), 36);
  header.set([0, 0, 0, (profile[67] ?? 0) & 3], 64);
  header.set(profile.subarray(68, 80), 68);
  return header;
}
