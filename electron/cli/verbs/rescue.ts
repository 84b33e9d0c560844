import { randomBytes } from 'node:crypto';
import { basename, resolve } from 'node:path';
import type { Comment, HyokaDocument } from '../../../shared/assessment/document';
import { toOrdinals } from '../../../shared/assessment/ordinals';
import { Failure } from '../../../shared/commands/failure';
import {
  FORMAT_VERSION,
  HEADER_BYTES,
  headerFault,
  isComplete,
  RESCUE_PARTS,
  rescueDocument,
  type Rescued,
} from '../../database/format';
import { fileFailure, formatFailure } from '../../files/faults';
import { sizeOfFile } from '../../files/regular';
import { cliText, type Language } from '../../locale';
import { realFileSystem } from '../../machine/realFileSystem';
import { readWhole } from '../../machine/wholeFile';
import { assertFree, assertOther, author, writeDocument } from '../output';
import type { Verb } from '../verb';

/** What is whole in a damaged document, as a new one with a comment that says what is missing. The file itself is only read. */
export const rescueVerb: Verb = {
  name: 'rescue',
  files: 1,
  options: ['output', 'overwrite', 'json'],
  required: ['output'],
  async run({ files: [path = ''], text, overwrite, json }, { print, complain, language, now }) {
    const output = text('output') ?? '';
    await assertOther(output, path);
    await assertFree(output, overwrite);
    const rescued = rescueDocument(await readBytes(resolve(path)));
    if (!rescued) throw new Failure('rescueNothing', { name: basename(path) });
    const summary = summaryOf(rescued, language);
    const note = cliText(language, 'rescueNote', { name: basename(path), summary });
    await writeDocument(output, withNote(rescued, note, now()));
    if (json) print(JSON.stringify({ path: resolve(output), ...rescued.report }));
    else complain(summary);
  },
};

/** A file of a newer format is whole; what this program does not know of it would be left out without a word. */
async function readBytes(path: string): Promise<Uint8Array> {
  try {
    await sizeOfFile(realFileSystem, path, 'fileForeign');
    const bytes = await readWhole(realFileSystem, path);
    const fault = headerFault(bytes.subarray(0, HEADER_BYTES), bytes.length);
    if (fault?.kind === 'newer' && fault.version <= FORMAT_VERSION + NEWER_FORMATS)
      throw formatFailure(fault, path);
    return bytes;
  } catch (error) {
    throw fileFailure(error, path);
  }
}

/** A format with a higher number is taken for a damaged header. */
const NEWER_FORMATS = 20;

const SEPARATORS: Readonly<Record<Language, string>> = { ja: '、', en: ', ' };

/** In sentences, one a line. */
function summaryOf({ document, report }: Rescued, language: Language): string {
  const separator = SEPARATORS[language];
  const names = (paths: readonly string[]) =>
    paths.map((path) => toOrdinals(document.assessment, path)).join(separator);
  const { lostItems, restoredItems } = report;
  return [
    outcomeOf({ document, report }, language),
    ...(lostItems.length > 0 ? [cliText(language, 'lostItems', { items: names(lostItems) })] : []),
    ...(restoredItems.length > 0
      ? [cliText(language, 'restoredItems', { items: names(restoredItems) })]
      : []),
  ].join('\n');
}

function outcomeOf({ report }: Rescued, language: Language): string {
  if (!report.hasDigests) return cliText(language, 'rescuedUnverified');
  if (isComplete(report)) return cliText(language, 'rescuedAll');
  const lost = RESCUE_PARTS.flatMap((part) => {
    const count = report.parts[part].lost ?? 0;
    return count > 0 ? [cliText(language, `lostCount.${part}`, { count })] : [];
  });
  return cliText(language, 'rescuedPart', { lost: lost.join(SEPARATORS[language]) });
}

function withNote({ document }: Rescued, text: string, at: number): HyokaDocument {
  const note: Comment = { id: randomBytes(8).toString('hex'), text, at, author: author() };
  return { ...document, comments: [...document.comments, note] };
}
