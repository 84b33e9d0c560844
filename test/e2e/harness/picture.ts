import { crc32, deflateSync } from 'node:zlib';

/** A grey picture: a byte for each dot, 255 white, row by row. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly dots: Uint8Array;
}

/** A PNG of one colour (red, green, blue), as bytes. */
export function pngOf(width: number, height: number, colour: readonly [number, number, number]): Buffer {
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, Buffer.from(colour))]);
  return png(
    { width, height, depth: 8, colour: 2 },
    Buffer.concat(Array.from({ length: height }, () => row)),
  );
}

/** A PNG of sixteen greys, two dots in a byte. */
export function greyPng({ width, height, dots }: Grey): Buffer {
  const bytes = Math.ceil(width / 2);
  const data = Buffer.alloc(height * (bytes + 1));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * (bytes + 1) + 1 + (x >> 1);
      const grey = Math.round((dots[y * width + x] ?? 255) / 17);
      data[at] = (data[at] ?? 0) | (x % 2 === 0 ? grey << 4 : grey);
    }
  return png({ width, height, depth: 4, colour: 0 }, data);
}

/** A grey picture as poppler writes it (`P5`, one byte a dot). */
export function readPgm(bytes: Buffer): Grey {
  const [head = '', width = '', height = ''] =
    /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', 0, 40)) ?? [];
  return { width: Number(width), height: Number(height), dots: bytes.subarray(head.length) };
}

/** Pictures in rows on a darker ground, each in a field as large as the largest. */
export function tiled(pictures: readonly Grey[], across: number): Grey {
  const gap = 4;
  const field = {
    width: Math.max(...pictures.map(({ width }) => width)) + gap,
    height: Math.max(...pictures.map(({ height }) => height)) + gap,
  };
  const columns = Math.min(across, pictures.length);
  const width = columns * field.width + gap;
  const height = Math.ceil(pictures.length / columns) * field.height + gap;
  const dots = new Uint8Array(width * height).fill(153);
  pictures.forEach((picture, at) => {
    const left = gap + (at % columns) * field.width;
    const top = gap + Math.floor(at / columns) * field.height;
    for (let y = 0; y < picture.height; y++)
      dots.set(picture.dots.subarray(y * picture.width, (y + 1) * picture.width), (top + y) * width + left);
  });
  return { width, height, dots };
}

interface Header {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  /** 0 grey, 2 red, green and blue (PNG 11.2.2). */
  readonly colour: number;
}

function png({ width, height, depth, colour }: Header, rows: Buffer): Buffer {
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', Buffer.concat([size, Buffer.from([depth, colour, 0, 0, 0])])),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
