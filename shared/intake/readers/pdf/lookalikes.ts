/**
 * Characters that fonts of PDF writers give for others that look the same, and that no text holds by intent: radicals
 * (U+2E80–2FDF) for ideographs, presentation forms (U+FE10–FE19, U+FE30–FE48) for punctuation of vertical text.
 */

/**
 * Radicals of the supplement (U+2E80–2EF3), each before its ideograph; those of Kangxi have a compatibility mapping.
 * Source: EquivalentUnifiedIdeograph.txt of the Unicode Character Database.
 */
const SUPPLEMENT = [
  '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑',
  '⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王',
  '⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑',
  '⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長',
  '⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼',
  '⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟',
];

const VERTICAL =
  '︐，︑、︒。︓：︔；︕！︖？︗〖︘〗︙…︰‥︱―︲–︳＿︴＿︵（︶）︷｛︸｝︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』﹇［﹈］';

const STANDARD: ReadonlyMap<string, string> = pairsOf([...SUPPLEMENT, VERTICAL].join(''));

function pairsOf(text: string): ReadonlyMap<string, string> {
  const characters = Array.from(text);
  const keys = characters.filter((_, at) => at % 2 === 0);
  return new Map(keys.map((key, at) => [key, characters[at * 2 + 1] ?? key]));
}

const REPLACED = /[\u2e80-\u2fdf\ufe10-\ufe19\ufe30-\ufe48]/gu;
const KANGXI = /[\u2f00-\u2fdf]/;

/** The characters that a person would have typed. */
export function standardCharacters(text: string): string {
  return text.replace(REPLACED, (character) =>
    KANGXI.test(character) ? character.normalize('NFKC') : (STANDARD.get(character) ?? character),
  );
}
