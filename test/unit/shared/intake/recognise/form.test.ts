import { describe, expect, it } from 'vitest';
import { readText } from '../../../../../shared/intake/readers/text';
import { recognise } from '../../../../../shared/intake/recognise/recognise';

function formOfText(text: string) {
  const { form, edition, formUncertain } = recognise(readText(new TextEncoder().encode(text), 'a.txt'));
  return { form, edition, doubt: formUncertain?.code };
}

describe('the form and edition of a source', () => {
  it('in which nothing was recognised is no edition that nobody has seen, but the present one', () => {
    expect(formOfText('公園の桜が咲きました。')).toEqual({
      form: 'form2',
      edition: '令和6年10月',
      doubt: 'formFromWording',
    });
  });

  it('with only a day of publication is the edition of that time, of those that somebody has seen', () => {
    expect(formOfText('公表日\n平成30年8月1日\n公園の桜が咲きました。')).toMatchObject({
      edition: '平成29年5月',
    });
  });

  it('in 平成30年5月 様式２ is read in it where its stamp says so', () => {
    expect(formOfText('[平成30年5月　様式２]')).toEqual({
      form: 'form2',
      edition: '平成30年5月',
      doubt: undefined,
    });
  });

  it('with a stamp that no data file has is the newest seen before it', () => {
    expect(formOfText('[平成30年9月　様式２]')).toEqual({
      form: 'form2',
      edition: '平成29年5月',
      doubt: 'editionUnknown',
    });
  });
});
