import { describe, expect, test } from 'vitest';
import { suggestionsFor } from '../../../../../../renderer/screens/editor/form/suggestions';
import { assessmentFrom } from '../../../../../../shared/assessment/fromItems';
import { formOf } from '../../../../../../shared/forms/catalog';
import { findItem } from '../../../../../../shared/forms/lookup';
import { counter } from '../../../../shared/assessment/arbitrary';

const form = formOf('form3');
const assessment = assessmentFrom(
  form,
  [
    { path: 'cover.publish_date', value: '令和8年12月1日' },
    { path: 'annex2.rows[1].date', value: '令和6年4月1日' },
    { path: 'annex2.rows[1].reason', value: '人事異動' },
    { path: 'annex2.rows[2].date', value: '令和7年4月1日' },
    { path: 'annex2.rows[3].date', value: '令和7年4月1日' },
    { path: 'annex2.rows[4].date', value: '令和7年10月1日' },
  ],
  counter(),
);

describe('offersFor', () => {
  test('a day: the planned 公表日, then the days written last, each once', () => {
    expect(suggestionsFor(assessment, column('date'), '')).toEqual([
      '令和8年12月1日',
      '令和7年10月1日',
      '令和7年4月1日',
    ]);
    expect(suggestionsFor(assessment, column('date'), '令和7年')).toEqual([]);
  });

  test('提出時期: the options of the form, without the one that stands there', () => {
    expect(suggestionsFor(assessment, column('timing'), '')).toEqual(['事前', '事後']);
    expect(suggestionsFor(assessment, column('timing'), '事前')).toEqual(['事後']);
  });

  test('the reason: what was written before; the wording of a change is never offered', () => {
    expect(suggestionsFor(assessment, column('reason'), '')).toEqual(['人事異動']);
    expect(suggestionsFor(assessment, column('before'), '')).toEqual([]);
  });
});

function column(name: string) {
  const found = findItem(form, `annex2.rows.${name}`)?.item;
  if (!found) throw new Error(name);
  return found;
}
