import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join, resolve } from 'node:path';
import { readSource } from '../../shared/intake/readers/read';
import { recognise } from '../../shared/intake/recognise/recognise';
import { CONTEXT } from '../unit/shared/intake/readers/office';
import { convertedByLibreOffice } from './libreoffice/convert';
import { hasLibreOffice } from './libreoffice/tracked';

/** Shares of the values of one published assessment, as the score program beside the repository counts them. */
export interface Score {
  readonly exactShare: number;
  readonly nearShare: number;
  readonly silentWrongShare: number;
  readonly reviewShare: number;
  readonly lostLines: number;
}

export interface Promised {
  /** In the folder of published texts. */
  readonly file: string;
  readonly truth: string;
  /** For a file that is not in the folder: the one that LibreOffice makes it of. */
  readonly madeOf?: string;
  readonly exact: number;
  readonly near: number;
  /** At most. */
  readonly silent: number;
}

const SAMPLES = [
  { format: 'docx', exact: 0.99, near: 0.995, silent: 0 },
  { format: 'doc', exact: 0.99, near: 0.995, silent: 0 },
  { format: 'xlsx', exact: 0.99, near: 0.995, silent: 0 },
  { format: 'xls', exact: 0.99, near: 0.995, silent: 0 },
  { format: 'pdf', exact: 0.97, near: 0.985, silent: 0.002 },
] as const;

/** The formats of former days, which LibreOffice makes of the new ones, by its filters. */
const OLD: Readonly<Record<string, string>> = { doc: 'doc:MS Word 97', xls: 'xls:MS Excel 97' };

/** What is promised for each kind of source. */
export const PROMISES: readonly Promised[] = [
  { file: 'seeds/000.txt', truth: 'truth/000.json', exact: 0.95, near: 0.97, silent: 0.005 },
  { file: 'seeds/002.txt', truth: 'truth/002.json', exact: 0.95, near: 0.97, silent: 0.005 },
  { file: 'seeds/003.txt', truth: 'truth/003.json', exact: 0.8, near: 0.88, silent: 0.01 },
  ...['000', '002', '003'].flatMap((name) =>
    SAMPLES.map(({ format, ...least }) => ({
      file: `samples/${name}.${format}`,
      truth: `samples/${name}.truth.json`,
      ...(format in OLD ? { madeOf: `samples/${name}.${format}x` } : {}),
      ...least,
    })),
  ),
];

/** The folder of published texts beside the repository, where this machine has it. */
export function publishedTexts(): string | undefined {
  const folder = resolve('../shared');
  return existsSync(join(folder, 'tools/score.mjs')) ? folder : undefined;
}

/** Whether the file is there, or can be made on this machine. */
export function canBeScored({ madeOf }: Promised): boolean {
  return madeOf === undefined || hasLibreOffice();
}

function bytesOf(folder: string, { file, madeOf }: Promised): Uint8Array {
  if (madeOf === undefined) return new Uint8Array(readFileSync(join(folder, file)));
  const source = { [basename(madeOf)]: new Uint8Array(readFileSync(join(folder, madeOf))) };
  const made = convertedByLibreOffice(source, OLD[extname(file).slice(1)] ?? '')[basename(file)];
  if (!made) throw new Error(`LibreOffice made no ${file}`);
  return made;
}

export async function scoreOf(folder: string, promised: Promised): Promise<Score> {
  const { file, truth } = promised;
  const bytes = bytesOf(folder, promised);
  const reading = await readSource(bytes, file, CONTEXT);
  if (!reading.ok) throw new Error(reading.error.code);
  const { items, leftover } = recognise(reading.document);
  const made = mkdtempSync(join(tmpdir(), 'accuracy-'));
  try {
    writeFileSync(join(made, 'import.json'), JSON.stringify({ items, leftover }));
    const call = [join(folder, 'tools/score.mjs'), join(made, 'import.json'), join(folder, truth)];
    return JSON.parse(execFileSync(process.execPath, call, { encoding: 'utf8' })) as Score;
  } finally {
    rmSync(made, { recursive: true });
  }
}

export const TABLE_HEAD = 'source              exact   near    silent  review  lost';

export function tableRow(file: string, score: Score): string {
  const shares = [score.exactShare, score.nearShare, score.silentWrongShare, score.reviewShare];
  return (
    file.padEnd(20) + shares.map((share) => share.toFixed(4).padEnd(8)).join('') + String(score.lostLines)
  );
}
