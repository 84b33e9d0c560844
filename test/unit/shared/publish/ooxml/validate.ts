import { all, child, type Package, unpack, type Xml } from './package';

/**
 * The rules of Office Open XML (ECMA-376, transitional) that make Word and Excel call a file damaged: order of
 * elements, ids, relationships, content types, grids. Answers what is wrong, nothing for a sound file.
 */
export function problemsOf(bytes: Uint8Array): readonly string[] {
  const opened = unpack(bytes);
  const kind = 'word/document.xml' in opened.files ? wordProblems : excelProblems;
  return [...packageProblems(opened), ...orderProblems(opened), ...kind(opened)];
}

function packageProblems(opened: Package): readonly string[] {
  const paths = Object.keys(opened.files);
  const types = opened.part('[Content_Types].xml');
  const extensions = new Set(all(types, 'Default').map((one) => one.attributes.Extension));
  const named = all(types, 'Override').map((one) => one.attributes.PartName?.slice(1) ?? '');
  return [
    ...(paths[0] === '[Content_Types].xml' ? [] : ['[Content_Types].xml does not come first']),
    ...named
      .filter((path) => !(path in opened.files))
      .map((path) => `content type of a missing part ${path}`),
    ...paths
      .filter((path) => path !== '[Content_Types].xml' && !named.includes(path))
      .filter((path) => !extensions.has(path.slice(path.lastIndexOf('.') + 1)) || isMainPart(path))
      .map((path) => `${path} has no content type of its own`),
    ...paths.filter((path) => path.endsWith('.rels')).flatMap((path) => relationProblems(opened, path)),
    ...duplicates(named).map((path) => `two content types for ${path}`),
  ];
}

function isMainPart(path: string): boolean {
  return path.endsWith('.xml');
}

function relationProblems(opened: Package, path: string): readonly string[] {
  const items = all(opened.part(path), 'Relationship');
  const source = path.replace('_rels/', '').replace(/\.rels$/, '');
  const folder = source.includes('/') ? source.slice(0, source.lastIndexOf('/')) : '';
  const targets = items.map((item) => resolve(folder, item.attributes.Target ?? ''));
  const ids = items.map((item) => item.attributes.Id ?? '');
  const used = source === '' ? [] : usedIds(opened.part(source));
  return [
    ...items.filter((item) => item.attributes.TargetMode === 'External').map(() => `${path}: external link`),
    ...targets.filter((target) => !(target in opened.files)).map((target) => `${path}: missing ${target}`),
    ...duplicates(ids).map((id) => `${path}: id ${id} twice`),
    ...used.filter((id) => !ids.includes(id)).map((id) => `${source}: relationship ${id} is missing`),
  ];
}

function usedIds(root: Xml): readonly string[] {
  return all(root).flatMap(({ attributes }) =>
    Object.entries(attributes).flatMap(([name, value]) => (/^r:(id|embed|link)$/.test(name) ? [value] : [])),
  );
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const parts = folder === '' ? [] : folder.split('/');
  for (const step of target.split('/')) {
    if (step === '..') parts.pop();
    else parts.push(step);
  }
  return parts.join('/');
}

/** Children in the order of their schema sequence. */
const SEQUENCES: Readonly<Record<string, string>> = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
  'w:rPr':
    'ins del rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath',
  'w:tblPr':
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription',
  'w:tcPr':
    'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
  'w:tcBorders': 'top start left bottom end right insideH insideV tl2br tr2bl',
  'w:pBdr': 'top left bottom right between bar',
  'w:tbl': 'bookmarkStart bookmarkEnd tblPr tblGrid tr',
  'w:tr': 'tblPrEx trPr tc',
  'w:tc': 'tcPr p tbl',
  'w:style':
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr',
  'w:settings':
    'writeProtection view zoom removePersonalInformation removeDateAndTime displayBackgroundShape mirrorMargins trackRevisions defaultTabStop autoHyphenation evenAndOddHeaders characterSpacingControl compat rsids mathPr themeFontLang clrSchemeMapping shapeDefaults decimalSymbol listSeparator',
  'w:sectPr':
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid',
  'w:docDefaults': 'rPrDefault pPrDefault',
  'wp:inline': 'extent effectExtent docPr cNvGraphicFramePr graphic',
  'pic:pic': 'nvPicPr blipFill spPr',
  worksheet:
    'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing tableParts extLst',
  workbook:
    'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr',
  styleSheet: 'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst',
  font: 'b i strike condense extend outline shadow u vertAlign sz color name family charset scheme',
  border: 'left right top bottom diagonal vertical horizontal',
  Properties: 'Template Manager Company Pages Application',
  'xdr:oneCellAnchor': 'from ext pic clientData',
};

/** Elements whose children may come in any order, so that only the names are checked. */
const ANY_ORDER = new Set(['w:tc', 'Properties', 'font']);

function orderProblems(opened: Package): readonly string[] {
  return Object.keys(opened.files)
    .filter((path) => path.endsWith('.xml'))
    .flatMap((path) => all(opened.part(path)).flatMap((xml) => orderProblem(path, xml)));
}

function orderProblem(path: string, xml: Xml): readonly string[] {
  const sequence = SEQUENCES[xml.name]?.split(' ');
  if (!sequence) return [];
  const places = xml.children.map((one) => sequence.indexOf(one.name.replace(/^.*:/, '')));
  const unknown = xml.children.filter((_, at) => places[at] === -1).map((one) => one.name);
  const sorted = places.every((place, at) => at === 0 || place >= (places[at - 1] ?? 0));
  return [
    ...unknown.map((name) => `${path}: ${name} may not stand in ${xml.name}`),
    ...(sorted || ANY_ORDER.has(xml.name)
      ? []
      : [`${path}: order in ${xml.name}: ${xml.children.map((one) => one.name).join(' ')}`]),
  ];
}

function wordProblems(opened: Package): readonly string[] {
  const body = opened.part('word/document.xml');
  const styles = new Set(
    all(opened.part('word/styles.xml'), 'w:style').map((style) => style.attributes['w:styleId']),
  );
  const used = all(body).filter(({ name }) => /^w:(p|r|tbl)Style$/.test(name));
  const drawings = all(body, 'wp:docPr').map((one) => one.attributes.id ?? '');
  const changes = [...all(body, 'w:ins'), ...all(body, 'w:del')].map((one) => one.attributes['w:id'] ?? '');
  return [
    ...used
      .filter((one) => !styles.has(one.attributes['w:val']))
      .map((one) => `unknown style ${one.attributes['w:val'] ?? ''}`),
    ...duplicates(drawings).map((id) => `picture id ${id} twice`),
    ...duplicates(changes).map((id) => `tracked change id ${id} twice`),
    ...all(body, 'w:tbl').flatMap(tableProblems),
    ...bodyProblems(child(body, 'w:body')),
    ...commentProblems(opened, body),
    ...all(body, 'w:del').flatMap((del) => (all(del, 'w:t').length > 0 ? ['w:t inside w:del'] : [])),
  ];
}

function bodyProblems(body: Xml | undefined): readonly string[] {
  const names = (body?.children ?? []).map((one) => one.name);
  const touching = names.filter((name, at) => name === 'w:tbl' && names[at + 1] !== 'w:p');
  return [
    ...(names.at(-1) === 'w:sectPr' ? [] : ['the body does not end with w:sectPr']),
    ...touching.map(() => 'a table is not followed by a paragraph'),
  ];
}

function tableProblems(table: Xml): readonly string[] {
  const grid = child(table, 'w:tblGrid')?.children.map((one) => Number(one.attributes['w:w'])) ?? [];
  return table.children
    .filter((one) => one.name === 'w:tr')
    .flatMap((row) => {
      const cells = row.children.filter((one) => one.name === 'w:tc');
      let at = 0;
      const problems = cells.flatMap((cell) => {
        const properties = child(cell, 'w:tcPr');
        const span = Number((properties && child(properties, 'w:gridSpan')?.attributes['w:val']) ?? 1);
        const width = Number(properties && child(properties, 'w:tcW')?.attributes['w:w']);
        const wanted = grid.slice(at, at + span).reduce((sum, one) => sum + one, 0);
        at += span;
        return [
          ...(width === wanted ? [] : [`cell of ${String(width)} in columns of ${String(wanted)}`]),
          ...(cell.children.at(-1)?.name === 'w:p' ? [] : ['a cell does not end with a paragraph']),
        ];
      });
      return at === grid.length
        ? problems
        : [...problems, `a row of ${String(at)} columns in a grid of ${String(grid.length)}`];
    });
}

function commentProblems(opened: Package, body: Xml): readonly string[] {
  const written =
    'word/comments.xml' in opened.files ? all(opened.part('word/comments.xml'), 'w:comment') : [];
  const ids = written.map((one) => one.attributes['w:id'] ?? '');
  return ['w:commentRangeStart', 'w:commentRangeEnd', 'w:commentReference'].flatMap((name) => {
    const here = all(body, name).map((one) => one.attributes['w:id'] ?? '');
    return here.join() === ids.join() ? [] : [`${name}: ${here.join()} for comments ${ids.join()}`];
  });
}

function excelProblems(opened: Package): readonly string[] {
  const workbook = opened.part('xl/workbook.xml');
  const sheets = all(workbook, 'sheet').map((one) => one.attributes.name ?? '');
  const formats = all(opened.part('xl/styles.xml'), 'cellXfs')[0]?.children ?? [];
  const areas = all(workbook, 'definedName').map((one) => Number(one.attributes.localSheetId));
  return [
    ...sheets
      .filter((name) => name.length > 31 || /[[\]:*?/\\]/.test(name))
      .map((name) => `sheet name ${name}`),
    ...duplicates(sheets.map((name) => name.toLowerCase())).map((name) => `two sheets ${name}`),
    ...areas.filter((at) => !(at < sheets.length)).map((at) => `a name for sheet ${String(at)}`),
    ...countProblems(opened.part('xl/styles.xml')),
    ...styleProblems(opened.part('xl/styles.xml'), formats),
    ...Object.keys(opened.files)
      .filter((path) => path.startsWith('xl/worksheets/sheet'))
      .flatMap((path) => sheetProblems(path, opened.part(path), formats.length, sheets)),
  ];
}

function countProblems(root: Xml): readonly string[] {
  return all(root)
    .filter(
      (one) => one.attributes.count !== undefined && Number(one.attributes.count) !== one.children.length,
    )
    .map((one) => `${one.name} counts ${one.attributes.count ?? ''} of ${String(one.children.length)}`);
}

function styleProblems(styles: Xml, formats: readonly Xml[]): readonly string[] {
  const size = (name: string) => child(styles, name)?.children.length ?? 0;
  return formats.flatMap(({ attributes }) =>
    (['font', 'fill', 'border'] as const)
      .filter((name) => !(Number(attributes[`${name}Id`]) < size(`${name}s`)))
      .map((name) => `a format with ${name} ${attributes[`${name}Id`] ?? ''}`),
  );
}

function sheetProblems(
  path: string,
  sheet: Xml,
  formats: number,
  sheets: readonly string[],
): readonly string[] {
  const rows = all(sheet, 'row');
  const cells = rows.flatMap((row) =>
    row.children.map((cell) => ({ row: row.attributes.r, at: place(cell.attributes.r ?? ''), cell })),
  );
  const merged = all(sheet, 'mergeCell').map((one) => one.attributes.ref ?? '');
  const lists = all(sheet, 'formula1').map((one) => one.text.split('!')[0] ?? '');
  return [
    ...cells
      .filter(({ at, row }) => String(at.row) !== row)
      .map(({ cell }) => `cell ${cell.attributes.r ?? ''} in another row`),
    ...cells
      .filter(({ cell }) => !(Number(cell.attributes.s ?? 0) < formats))
      .map(() => 'a cell without a style'),
    ...cells.filter(({ cell }) => cell.text.length > 32_767).map(() => 'a cell with too much text'),
    ...rows
      .filter((row) => !ascending(row.children.map((cell) => place(cell.attributes.r ?? '').column)))
      .map(() => 'cells out of order'),
    ...rows.filter((row) => Number(row.attributes.ht) > 409.5).map(() => 'a row that is too high'),
    ...overlaps(merged).map((refs) => `merged cells overlap: ${refs}`),
    ...lists.filter((name) => !sheets.includes(name)).map((name) => `a list on the missing sheet ${name}`),
    ...all(sheet, 'f').map(() => 'a formula'),
    ...countProblems(sheet),
  ].map((problem) => `${path}: ${problem}`);
}

function place(reference: string): { readonly row: number; readonly column: number } {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(reference) ?? [];
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(digits), column };
}

function ascending(numbers: readonly number[]): boolean {
  return numbers.every((number, at) => at === 0 || number > (numbers[at - 1] ?? 0));
}

function overlaps(references: readonly string[]): readonly string[] {
  const taken = new Map<string, string>();
  return references.flatMap((reference) => {
    const [from = '', to = ''] = reference.split(':');
    const [a, b] = [place(from), place(to)];
    const found: string[] = [];
    for (let row = a.row; row <= b.row; row++) {
      for (let column = a.column; column <= b.column; column++) {
        const key = `${String(row)},${String(column)}`;
        const other = taken.get(key);
        if (other) found.push(`${other} ${reference}`);
        taken.set(key, reference);
      }
    }
    return found.slice(0, 1);
  });
}

function duplicates(items: readonly string[]): readonly string[] {
  return items.filter((item, at) => items.indexOf(item) !== at);
}
