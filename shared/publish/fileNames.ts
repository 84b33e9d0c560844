import type { Assessment } from '../assessment/types';
import { formOf } from '../forms/catalog';
import type { Edition, FormId } from '../forms/types';
import type { Comment } from '../assessment/document';
import type { Variant } from './formats';
import { publicCopy } from './variants/withhold';
import { textWithRole } from '../assessment/roles';

/** Characters that Windows forbids in names, with the full-width ones that replace them. */
const FORBIDDEN: Readonly<Record<string, string>> = {
  '\\': '＼',
  '/': '／',
  ':': '：',
  '*': '＊',
  '?': '？',
  '"': '”',
  '<': '＜',
  '>': '＞',
  '|': '｜',
};
/** Names of devices of Windows. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;
const MAX_CHARACTERS = 80;

const SUFFIX: Readonly<Record<Variant, string>> = {
  clean: '',
  public: '公表用',
  circulation: '回議用',
  withheld: '公表しない部分の一覧',
  blank: '記入前の様式',
};

/** What the cover says of an assessment: by this it is listed and its files are named. Texts are '' where blank. */
export interface Cover {
  readonly form: FormId;
  readonly edition: Edition;
  /** 評価書番号 as written. */
  readonly number: string;
  /** 評価書名 as written. */
  readonly name: string;
  /** 公表日 as written. */
  readonly published: string;
}

export function coverOf(assessment: Assessment): Cover {
  const { form, edition } = assessment;
  return {
    form,
    edition,
    number: textWithRole(assessment, 'number'),
    name: textWithRole(assessment, 'name'),
    published: textWithRole(assessment, 'publishDate'),
  };
}

/** What the cover of the public copy says: no name of a public file has withheld words. */
export function publicCoverOf(assessment: Assessment, comments: readonly Comment[]): Cover {
  return coverOf(publicCopy(assessment, comments).assessment);
}

/** What a file is named after. */
export interface NamedDocument {
  readonly assessment: Assessment;
  readonly comments: readonly Comment[];
}

/** The office's pattern of names, without extension: `01_住民基本台帳に関する事務_全項目評価書`. */
export function fileName(assessment: Assessment, variant: Exclude<Variant, 'public'>): string {
  return coverFileName(coverOf(assessment), variant);
}

/** The same for what is handed out in any variant. */
export function publishedName({ assessment, comments }: NamedDocument, variant: Variant): string {
  return variant === 'public'
    ? coverFileName(publicCoverOf(assessment, comments), variant)
    : fileName(assessment, variant);
}

/** The same from the cover alone. */
export function coverFileName(cover: Cover, variant: Variant): string {
  const form = formOf(cover.form, cover.edition);
  if (variant === 'blank') return safeName(`${form.number}_${form.name}_${SUFFIX.blank}`);
  const parts = [numberPart(cover.number), titlePart(cover.name, form.name), form.name, SUFFIX[variant]];
  return safeName(parts.filter((part) => part !== '').join('_'));
}

/** A text as the name of a file on Windows: nothing forbidden, no dot or space at its ends, not too long. */
export function safeName(text: string): string {
  const plain = text
    .replace(/[\\/:*?"<>|]/g, (char) => FORBIDDEN[char] ?? '')
    .replace(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/\s+/g, ' ');
  const short = Array.from(plain).slice(0, MAX_CHARACTERS).join('');
  const trimmed = short.replace(/^[ .]+|[ .]+$/g, '');
  if (trimmed === '') return '評価書';
  return RESERVED.test(trimmed) ? `_${trimmed}` : trimmed;
}

/**
 * Two documents of one name in a batch: the second is numbered, so that neither is lost. Names that differ in the case
 * of letters alone are one name on Windows.
 */
export function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${name}（${String(number)}）`;
  taken.add(free.toLowerCase());
  return free;
}

/** `1` and `１` become `01`. */
function numberPart(number: string): string {
  const digits = number.normalize('NFKC').trim();
  return /^\d$/.test(digits) ? `0${digits}` : digits;
}

/** 評価書名 often ends with the name of the form, which the pattern adds itself. */
function titlePart(name: string, formName: string): string {
  const title = name.replace(/\s+/g, ' ').trim();
  return title.endsWith(formName) ? title.slice(0, -formName.length).replace(/[\s　（(]+$/, '') : title;
}
