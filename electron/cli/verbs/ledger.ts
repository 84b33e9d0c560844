import { extname, resolve } from 'node:path';
import { Failure } from '../../../shared/commands/failure';
import { listFolder } from '../../publish/folder';
import { ledgerCsv } from '../../publish/ledger';
import { assertMayWrite, writeOutput } from '../output';
import { csvEncoding } from '../rowOptions';
import { WrongUsage, type Verb } from '../verb';

/** 評価書台帳 of a folder as CSV. Refused at the end where a document could not be read; its line says why. */
export const ledgerVerb: Verb = {
  name: 'ledger',
  files: 1,
  options: ['output', 'overwrite', 'subfolders', 'encoding', 'json'],
  required: ['output'],
  async run({ files: [path = ''], text, subfolders, overwrite, json }, { print, report, language, factsOf }) {
    const output = text('output') ?? '';
    const encoding = csvEncoding(text);
    if (extname(output).toLowerCase() !== '.csv') throw new WrongUsage();
    await assertMayWrite(output, overwrite);
    const folder = resolve(path);
    const documents = await listFolder({ folder, subfolders }, { ...NO_PROGRESS, factsOf });
    const { bytes, unwritable } = ledgerCsv({ folder, documents, language, encoding });
    await writeOutput(output, bytes);
    if (json) print(JSON.stringify({ path: resolve(output), documents }));
    else report(documents.length === 0 ? 'noDocuments' : 'ledgerWritten', { count: documents.length });
    if (unwritable.length > 0) report('csvLost', { characters: unwritable.join('') });
    const unread = documents.filter(({ kind }) => kind === 'unreadable').length;
    if (unread > 0) throw new Failure('someNotRead', { failed: unread, all: documents.length });
  },
};

const NO_PROGRESS = { progress: () => undefined, signal: new AbortController().signal };
