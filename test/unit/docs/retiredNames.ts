/**
 * Words that no identifier and no file name has any more, with what is used instead. A word counts as a part of a name:
 * `young` is in `youngEntry` and `oldAndYoung`.
 */
export const RETIRED_WORDS: Readonly<Record<string, string>> = {
  abreast: 'side by side',
  brought: 'imported, converted',
  came: 'added, received',
  clump: 'heading run',
  come: 'added, available',
  comes: 'added, follows',
  glued: 'missing delimiters',
  halves: 'split before and after',
  kin: 'related, equal',
  leans: 'indicates',
  loosely: 'tolerantly',
  mend: 'repair, correct',
  mended: 'repaired, corrected',
  orphans: 'unclaimed',
  rival: 'alternative',
  rivals: 'alternatives',
  swallowed: 'missing headings',
  tell: 'report, emit',
  tells: 'reports, states',
  told: 'reported',
  weigh: 'assess',
  weighed: 'assessed',
  young: 'newer',
  younger: 'newer',
};

/** Whole names that were given up, with their replacements. */
export const RETIRED_NAMES: Readonly<Record<string, string>> = {
  Brought: 'ImportedEdition',
  Carried: 'Conversion',
  EntryPortrait: 'EntryFingerprint',
  HandedOut: 'WithNeutralPictures',
  Lead: 'LeadingCells',
  LeftBehind: 'UnconvertedText',
  LooseFit: 'RowFit',
  MOST_CHANGES: 'MAX_CHANGED_WORDS',
  Made: 'PublishResult',
  PublishOrder: 'PublishRequest',
  RowWishes: 'RowOptions',
  Sides: 'RowTexts',
  StandingRow: 'ExistingRow',
  TextSpot: 'TextLocation',
  Turn: 'Rotation',
  applyLoosely: 'applyTolerantly',
  applyWritten: 'applyWrittenRow',
  bare: 'normaliseForComparison',
  canTakeBack: 'canRevert',
  carriedDocument: 'convertDocument',
  carry: 'convertAssessment',
  caseless: 'normaliseIgnoringCase',
  comparePlaces: 'comparePositions',
  goneEntries: 'unmatchedEntries',
  handedOut: 'withNeutralPictures',
  headedTables: 'splitAtColumnHeaders',
  insetLead: 'indentedLabel',
  isReckoned: 'isComputed',
  labelLead: 'leadingLabel',
  liesIn: 'isInsideEntry',
  makeFiles: 'renderFiles',
  pagedBlocks: 'splitLongRows',
  printValue: 'valueAsText',
  repacked: 'normaliseZip',
  rowWishes: 'rowOptionsIn',
  saysNothing: 'isBlankWording',
  sharesOf: 'columnWidths',
  spotsOf: 'textLocations',
  stackOf: 'cellLayers',
  sumUp: 'summariseDecisions',
  tearsCharacter: 'splitsGrapheme',
  turnOf: 'rotationOf',
  wayOut: 'recoveryAction',
  withIdsOf: 'alignEntryIds',
};

/**
 * Folders whose names are still to be replaced, with what they are: their issue removes them from this list. Tests of a
 * folder follow it.
 */
export const EXCEPTIONS: readonly string[] = [
  'shared/intake/recognise/',
  'shared/intake/readers/',
  'test/unit/shared/intake/',
  'test/accuracy/',
];
