import type { Assessment } from '../../shared/assessment/types';

/** What fonts, line breaks and readers of PDF find hard. */
const ODD = [
  '𠮷田𠮷男、𩸽と𠀋と𪚲、髙﨑の𣘺本',
  '葛󠄀城市の葛󠄁、辻󠄀と辻󠄁、祇󠄀園祭の祇󠄁、渡邉󠄂と渡邊󠄃、芦󠄀屋',
  'か゚き゚く゚け゚こ゚、セ゚、ヷヸヹヺ、が（か＋濁点）、é、n̈',
  'ＡＢＣ１２３４５６７８９０とABC1234567890、ｱｲｳｴｵ、㍿㌔㍉㊞№℡、①⑳㉑㊿Ⅳⅻ',
  'https://www.city.minamo.example.jp/kurashi/juminhyo/mynumber/tokutei-kojinjoho-hogo-hyoka/itiran/index.html?year=2024&kind=zenkomoku&page=1#section-3',
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft_AND_SOME_MORE_TO_COME_AFTER_IT',
  'office file flow affine waffle、中长期在留、한국어、ไทย、Ελλάδα、Россия、😀👨‍👩‍👧🇯🇵、♨☎✂',
  'ー一二口ロカ力エ工へヘ〇○◯0OoーｰI1lⅠ|｜～〜－−‐—―、「」『』【】〔〕（）()〈〉<>',
  'minamo-jyuki@city.minamo.example.jp、C:\\data\\R6\\評価書.docx、1,234,567件、03-1234-5678、￥1,000、¥500、50％',
];

/** The same document, its texts full of such characters. */
export function withOddCharacters(assessment: Assessment): Assessment {
  const values = Object.entries(assessment.values).map(([path, value], at) => {
    const takes = typeof value === 'string' && value.includes('\n');
    const odd = [0, 1, 2].map((nth) => ODD[(at + nth) % ODD.length] ?? '');
    return [path, takes ? [value, ...odd].join('\n') : value] as const;
  });
  return { ...assessment, values: Object.fromEntries(values) };
}
