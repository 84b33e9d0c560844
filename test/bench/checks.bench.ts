import { applyEdit, setValue } from '../../shared/assessment/edit';
import { checkDocument, recheck } from '../../shared/checks/check';
import { headingReader } from '../../shared/headings/reader';
import { largePair } from './compare';
import { time, type Bench } from './frame';

/** The 点検 of a 様式４ of 150,000 characters: all of it, and what one keystroke touches. */
export const bench: Bench = {
  area: 'checks',
  run: async () => {
    const { after: assessment } = largePair();
    const input = { assessment, referenceDate: 20_261_121, readHeading: headingReader() };
    const before = checkDocument(input);
    const leaf = before.subject.leaves.find(({ item }) => item.id === 'III.3.other_risks');
    const path = leaf?.path ?? '';
    const typed = `${'操作者ごとに権限を定め、記録を毎月調べる。'.repeat(125)}あ`;
    const edited = { ...input, assessment: applyEdit(assessment, setValue(assessment, path, typed)) };
    return [
      await time('check a 様式4 of 150,000 characters (at most 100 ms)', () => checkDocument(input)),
      await time('check again after a keystroke (at most 5 ms)', () => recheck(before, edited, [path])),
    ];
  },
};
