import { describe, expect, it } from 'vitest';
import { FORM_IDS } from '../../../../../shared/forms/catalog';
import { keyOf } from '../../../../../shared/intake/recognise/fold';
import { printOf } from '../../../../../shared/intake/recognise/print';

describe('the print of a form', () => {
  it('finds a heading whatever its width and spacing', () => {
    const ids = printOf('form3')
      .exact('⑤　提供する情報の対象とな\nる本人の範囲')
      .flatMap((entry) => entry.ids);
    expect(ids).toEqual(['II.5.provide.m5']);
  });

  it('names every item that prints the same heading', () => {
    const ids = printOf('form3')
      .exact('リスクへの対策は十分か')
      .flatMap((entry) => entry.ids);
    expect(ids.length).toBeGreaterThan(5);
    expect(ids.every((id) => id.endsWith('.sufficient'))).toBe(true);
  });

  it('knows the headings of older editions', () => {
    const ids = printOf('form3')
      .exact('②所属長')
      .flatMap((entry) => entry.ids);
    expect(ids).toEqual(['I.6.m2']);
  });

  it('finds a heading damaged by text recognition', () => {
    const [best] = printOf('form3').near('従業員に対する教育・啓発');
    expect(best?.entry.ids).toContain('III.9.edu');
  });

  it.each(['委託事項3', '委託事項６～１０', '委託事項(2)'])('reads %s as a heading of an entry', (text) => {
    expect(printOf('form3').entryAt(keyOf(text), 0)?.id).toBe('II.4.items');
  });

  it('reads the group of empty entries', () => {
    expect(printOf('form4').entryAt(keyOf('提供先１６〜２０'), 0)).toMatchObject({
      ordinal: 16,
      through: 20,
    });
  });

  it.each(FORM_IDS)('every option of %s is found by its own wording', (id) => {
    const print = printOf(id);
    for (const option of print.options) expect(print.optionsOf(option.label)).toContain(option);
  });
});
