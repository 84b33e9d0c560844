import type { Knowledge } from './knowledge';

/** Reading of 番号法別表 as it is known on a day; source and day are in the data file. */

/** Whether the table has the number; undefined where that is not known (a branch that was not seen). */
export function hasTableItem({ facts }: Knowledge, number: string): boolean | undefined {
  const { first, last, branches } = facts.annexedTable;
  if (branches.includes(number)) return true;
  const [main, branch] = number.split('の').map(Number);
  if (main === undefined || main < first || main > last) return false;
  return branch === undefined ? true : undefined;
}

export function tableItem({ facts }: Knowledge, number: string): Facts | undefined {
  return facts.annexedTable.items.find((item) => item.number === number);
}

type Facts = Knowledge['facts']['annexedTable']['items'][number];

/** The items that a duty of this name usually cites, by the words of its name. */
export function tableItemsOfDuty({ facts }: Knowledge, duty: string): readonly string[] {
  return facts.annexedTable.duties.filter(({ word }) => duty.includes(word)).map(({ item }) => item);
}
