/** Formats that are written here. CSV holds 変更箇所. */
export const FORMATS = ['docx', 'xlsx', 'html', 'json', 'csv'] as const;
export type PublishFormat = (typeof FORMATS)[number];

/** All formats to hand out; PDF is the HTML page printed by the shell. */
export const OUTPUT_FORMATS = ['docx', 'pdf', 'xlsx', 'html', 'json', 'csv'] as const;
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

/**
 * `clean` the document as it is, also 提出用: complete. `public` 公表用: without what is marked 公表しない.
 * `circulation` 庁内回議用: with comments and 要確認 marks. `withheld` the list of what is withheld and why.
 * `blank` the form itself.
 */
export const VARIANTS = ['clean', 'public', 'circulation', 'withheld', 'blank'] as const;
export type Variant = (typeof VARIANTS)[number];

/** `utf8` with a byte order mark, which Excel needs; `cp932` for programs that know nothing else. */
export const CSV_ENCODINGS = ['utf8', 'cp932'] as const;
export type CsvEncoding = (typeof CSV_ENCODINGS)[number];
