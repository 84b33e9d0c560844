import { describe, expect, it } from 'vitest';
import type { ImageRef } from '../../../../../shared/assessment/types';
import { TEXT_WIDTH } from '../../../../../shared/publish/model/measure';
import type { CellContent, PrintSection, Row } from '../../../../../shared/publish/model/types';
import { picturesOn } from '../../../../../shared/publish/xlsx/drawing';
import { layOut } from '../../../../../shared/publish/xlsx/layout';
import { pictureExtent } from '../../../../../shared/publish/xlsx/pictureSize';
import { heightOf, wrappedLines } from '../../../../../shared/publish/xlsx/wrap';

const line = (text: string): CellContent => ({ kind: 'line', role: 'text', parts: [[{ text }]] });
const LABEL = 2000;

function section(rows: readonly Row[]): PrintSection {
  const columns = [LABEL, TEXT_WIDTH - LABEL];
  return {
    key: 'I',
    title: 'Ⅰ　基本情報',
    orientation: 'portrait',
    blocks: [{ kind: 'table', label: '', columns, rows }],
  };
}

const rowWith = (...content: readonly CellContent[]): Row => ({
  cells: [
    { role: 'label', span: 1, content: [line('①事務の内容')] },
    { role: 'value', span: 1, content },
  ],
});

const image = (width: number, height: number): ImageRef => ({
  hash: `${String(width)}-${String(height)}`,
  mime: 'image/png',
  name: '流れ.png',
  width,
  height,
  alt: '',
});

describe('lines of a text in a cell', () => {
  it('are counted as they are broken: full-width characters, words and stops stay whole', () => {
    const room = 2360;
    expect(wrappedLines('あ'.repeat(10), room)).toBe(1);
    expect(wrappedLines('あ'.repeat(11), room)).toBe(2);
    expect(wrappedLines('あ'.repeat(10) + '。', room)).toBe(2);
    expect(wrappedLines('あ'.repeat(20) + '。' + 'あ'.repeat(10), room)).toBe(4);
    expect(wrappedLines('ああああああ abcdefgh', room)).toBe(2);
    expect(wrappedLines('a'.repeat(100), room)).toBeGreaterThanOrEqual(6);
    expect(wrappedLines('一\n\n二', room)).toBe(3);
  });

  it('never need less room for more text', () => {
    const text = '特定個人情報を、みなも市（企画課）の端末 ABC-1 で取り扱う。'.repeat(20);
    let before = 0;
    for (let end = 1; end <= text.length; end += 7) {
      const height = heightOf(text.slice(0, end), 3000);
      expect(height).toBeGreaterThanOrEqual(before);
      before = height;
    }
  });
});

describe('rows of a sheet', () => {
  it('are never higher than Excel takes, and have room for their text', () => {
    const text = Array.from({ length: 90 }, (_, at) => `第${String(at)}の手順を行う。`).join('\n');
    const layout = layOut(section([rowWith(line(text))]));
    expect(Math.max(...layout.heights)).toBeLessThanOrEqual(409);
    expect(layout.heights.reduce((sum, height) => sum + height, 0)).toBeGreaterThan(90 * 12.75);
    expect(layout.cells.map(({ height }) => height)).toEqual([layout.heights.length, layout.heights.length]);
  });

  it('give a heading that takes two lines the room of two', () => {
    const runs = [{ text: 'リスク対策の見出し'.repeat(8) }];
    const heading = { ...section([]), blocks: [{ kind: 'heading', role: 'risk', runs } as const] };
    expect(layOut(heading).heights[0]).toBeGreaterThan(30);
  });
});

describe('pictures of a cell', () => {
  const images = [image(1600, 900), image(800, 2400), image(40, 20)];
  const layout = layOut(
    section([rowWith(...images.map((shown) => ({ kind: 'picture', image: shown }) as const))]),
    (shown) => shown,
  );

  it('stand in rows of their own, each as large as the cell lets it be', () => {
    expect(layout.heights).toHaveLength(3);
    const placed = picturesOn(layout);
    expect(placed.map(({ row }) => row)).toEqual([0, 1, 2]);
    placed.forEach(({ image: shown, row, room }) => {
      const box = pictureExtent(shown, room);
      expect(box.cy / 12_700).toBeLessThanOrEqual(layout.heights[row] ?? 0);
      expect(box.cx / 635).toBeLessThanOrEqual(room);
      expect(box.cx / box.cy).toBeCloseTo(shown.width / shown.height, 1);
    });
    const [wide, high, small] = placed.map(({ image: shown, room }) => pictureExtent(shown, room));
    expect((wide?.cx ?? 0) / 635).toBeGreaterThan(TEXT_WIDTH - LABEL - 300);
    expect((high?.cy ?? 0) / 12_700).toBeGreaterThan(380);
    expect(small).toEqual({ cx: 40 * 9525, cy: 20 * 9525 });
  });

  it('share the label at their left, without a line between them', () => {
    const values = layout.cells.filter(({ column }) => column === 1);
    expect(values.map(({ style }) => style.lines)).toEqual(['tlr', 'lr', 'blr']);
    expect(layout.cells.find(({ column }) => column === 0)?.height).toBe(3);
  });

  it('whose bytes are missing leave a row that is seen', () => {
    const missing = layOut(section([rowWith({ kind: 'picture', image: image(10, 10) })]));
    expect(missing.heights[0]).toBeGreaterThan(15);
  });
});
