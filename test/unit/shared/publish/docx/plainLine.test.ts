import { type IContext, Paragraph, Tab, TabStopType, TextRun } from 'docx';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainLine } from '../../../../../shared/publish/docx/plainLine';
import { lineStyle } from '../../../../../shared/publish/docx/styles';
import type { LineRole } from '../../../../../shared/publish/model/types';

const context = { stack: [] } as unknown as IContext;
const roles: readonly LineRole[] = ['text', 'label', 'bracket', 'check', 'option', 'note'];
const words = fc.string({ unit: fc.constantFrom('あ', '1', ' ', '<', '&', '"', '{', '}') });

test('a plain line is the XML that the classes of the library make of it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...roles),
      fc.boolean(),
      fc.array(
        words.filter((text) => !/\{[\w.-]+\}/.test(text)),
        { minLength: 1, maxLength: 3 },
      ),
      (role, keepNext, texts) => {
        const stops = texts.slice(1).map((_, at) => (at + 1) * 1000);
        const parts = texts.map((text) => [{ text }]);
        const line = { kind: 'line', role, parts, ...(stops.length > 0 ? { stops } : {}) } as const;
        const library = new Paragraph({
          style: lineStyle(line),
          ...(keepNext ? { keepNext } : {}),
          tabStops: stops.map((position) => ({ type: TabStopType.LEFT, position })),
          children: texts.flatMap((text, at) => [
            ...(at > 0 ? [new TextRun({ children: [new Tab()] })] : []),
            ...(text === '' ? [] : [new TextRun(text)]),
          ]),
        });
        const written = plainLine(line, keepNext);
        expect(written?.prepForXml(context)).toEqual(library.prepForXml(context));
      },
    ),
  );
});

test('a line with a mark, a comment or a change is left to the classes', () => {
  const line = (run: object) => ({ kind: 'line', role: 'text', parts: [[{ text: 'あ', ...run }]] }) as const;
  expect(plainLine(line({ mark: 'inserted' }), false)).toBeUndefined();
  expect(plainLine(line({ comments: [1] }), false)).toBeUndefined();
  expect(plainLine({ ...line({}), mark: 'deleted' }, false)).toBeUndefined();
  expect(plainLine(line({ comments: [] }), false)).toBeDefined();
});
