/** The bytes of a JPEG whose scan says nothing, as a camera writes them that was held in one of eight ways. */
export function photograph(
  orientation: number,
  { width = 40, height = 30, little = false }: { width?: number; height?: number; little?: boolean } = {},
): Uint8Array {
  const short = (n: number) => (little ? [n & 255, n >> 8] : [n >> 8, n & 255]);
  const long = (n: number) => (little ? [...short(n), 0, 0] : [0, 0, ...short(n)]);
  const other = [...short(0x0100), ...short(3), ...long(1), ...short(width), 0, 0];
  const turn = [...short(0x0112), ...short(3), ...long(1), ...short(orientation), 0, 0];
  const order = little ? [0x49, 0x49] : [0x4d, 0x4d];
  const tiff = [...order, ...short(42), ...long(8), ...short(2), ...other, ...turn, 0, 0, 0, 0];
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff];
  const segment = (marker: number, data: readonly number[]) => [
    ...[0xff, marker],
    ...[(data.length + 2) >> 8, (data.length + 2) & 255],
    ...data,
  ];
  const frame = [
    8,
    height >> 8,
    height & 255,
    width >> 8,
    width & 255,
    3,
    ...Array.from({ length: 9 }, () => 0),
  ];
  return Uint8Array.from([
    ...[0xff, 0xd8],
    ...segment(0xe0, [0, 0]),
    ...segment(0xe1, exif),
    ...segment(0xc0, frame),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    ...[0x12, 0x34, 0xff, 0x00, 0x56],
    ...[0xff, 0xd9],
  ]);
}
