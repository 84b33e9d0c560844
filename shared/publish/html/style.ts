import { CELL_PADDING, LINE_PITCH, PAGE, SIZE, WIDE } from '../model/measure';
import { SHADES } from '../model/shades';

/** Where the fonts of the page come from: file name under `fonts/` → address. */
export type FontAddress = (file: string) => string;

const FACES = [
  ['Print Mincho', 400, 'BIZUDPMincho-Regular.ttf'],
  ['Print Mincho', 700, 'BIZUDPMincho-Bold.ttf'],
  ['Print Gothic', 400, 'BIZUDPGothic-Regular.ttf'],
  ['Print Gothic', 700, 'BIZUDPGothic-Bold.ttf'],
] as const;

const MINCHO = "'Print Mincho', 'BIZ UDPMincho', 'ＭＳ 明朝', 'Yu Mincho', serif";
const GOTHIC = "'Print Gothic', 'BIZ UDPGothic', 'ＭＳ ゴシック', 'Yu Gothic', sans-serif";

/** The style sheet of the page, for paper and for the screen. Without an address the fonts of the computer are used. */
export function styleSheet(fontAddress: FontAddress | undefined): string {
  return (fontAddress ? FACES.map((face) => fontFace(face, fontAddress)).join('') : '') + RULES;
}

function fontFace([family, weight, file]: (typeof FACES)[number], address: FontAddress): string {
  return `@font-face{font-family:'${family}';font-weight:${String(weight)};src:url('${address(file)}') format('truetype');font-display:block}`;
}

function mm(twips: number): string {
  return `${((twips * 25.4) / 1440).toFixed(2)}mm`;
}

function pt(halfPoints: number): string {
  return `${String(halfPoints / 2)}pt`;
}

const RULES = `
@page{size:A4 portrait;margin:${mm(PAGE.margin)}}
@page wide{size:A4 landscape;margin:${mm(WIDE.margin)}}
*{box-sizing:border-box}
html{font:${pt(SIZE.body)}/${String(LINE_PITCH)} ${MINCHO};color:#000;background:#fff;-webkit-print-color-adjust:exact;print-color-adjust:exact;font-variant-ligatures:none}
body{margin:0}
h1,h2,h3,p{margin:0;font-size:inherit;font-weight:inherit}
h1,h2,h3{font-family:${GOTHIC};font-weight:700;break-after:avoid;break-inside:avoid}
section{break-before:page}
section:first-child{break-before:auto}
section.landscape{page:wide}
section.follows{break-before:auto}
section.follows h1.part{margin-top:8mm}
h1.title{font-size:${pt(SIZE.title)};text-align:center;margin:2mm 0 5mm}
h1.part{font-size:${pt(SIZE.part)};margin:0 0 2.5mm}
h2.item{font-size:${pt(SIZE.item)};background:#${SHADES.item};border:1px solid #000;border-bottom:0;padding:.6mm 1.4mm;margin-top:2.5mm}
h1.part+h2.item{margin-top:0}
h3.risk{background:#${SHADES.risk};border:1px solid #000;border-bottom:0;padding:.5mm 1.4mm}
table+h3.risk{border-top:0}
table{width:100%;border:0 solid #000;border-width:1px 0 0;border-collapse:separate;border-spacing:0;table-layout:fixed;box-decoration-break:clone;-webkit-box-decoration-break:clone}
th,td{border:0 solid #000;border-width:0 0 1px 1px;box-decoration-break:clone;-webkit-box-decoration-break:clone;padding:.55mm ${mm(CELL_PADDING)};text-align:left;vertical-align:middle;font-weight:400;overflow-wrap:anywhere;line-break:strict}
tr>:last-child{border-right-width:1px}
th,td.label{background:#${SHADES.label}}
td.options{border-left:0}
.open{border-bottom:0}
th:has(.label),section.landscape td{padding-right:2.4mm}
.upright{padding:0;text-align:center}
.upright p{writing-mode:vertical-rl;margin:0 auto;letter-spacing:.2em}
tr.whole{break-inside:avoid}
tr.top>*{vertical-align:top}
table+table{margin-top:-1px}
tr.next,table.next{break-after:avoid}
section.portrait tr:not(.whole)>td p:is(:first-child,:nth-last-child(2)){break-after:avoid}
th p,section.landscape td:nth-child(-n+2) p{break-inside:avoid}
p{white-space:pre-wrap;min-height:${String(LINE_PITCH)}em}
p.head,p.bracket,p.center{text-align:center}
p.end,p.stamp{text-align:right}
p.stamp{margin-top:5mm}
p.note{font-size:${pt(SIZE.small)}}
p.option{font-size:${pt(SIZE.option)}}
p.option.columns{letter-spacing:-.03em}
p.entry{font-size:12pt;padding:1.4mm 2mm}
td.bracket p.bracket{white-space:pre}
p.columns{display:flex}
p.columns>span{flex:none;white-space:pre}
img{display:block;max-width:100%;max-height:215mm;margin:1mm auto}
mark{background:#bfbfbf;color:inherit}
mark.review{background:#fff2cc}
ins{text-decoration:underline;color:#b00000}
del{text-decoration:line-through;color:#b00000}
u{text-decoration:underline;text-underline-offset:.15em}
a{display:block;color:inherit;text-decoration:none}
.comments{margin:0;padding:0;list-style:none}
.comments li{display:flex;margin-bottom:1mm;break-inside:avoid}
.comments b{flex:0 0 13mm;font-weight:400}
@media screen{body{background:#d6d6d6;padding:8mm 0}section{background:#fff;width:210mm;min-height:297mm;margin:0 auto 8mm;padding:${mm(PAGE.margin)};box-shadow:0 1px 4px #0005}section.landscape{width:297mm;min-height:210mm;padding:${mm(WIDE.margin)}}}
`;
