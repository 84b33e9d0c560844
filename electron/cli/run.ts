import { toCommandError } from '../../shared/commands/failure';
import { readSourceFile, readSourceText } from '../intake/read';
import { cliText, errorText, findingText, noticeText, type Language } from '../locale';
import { ledgerFacts } from '../office/facts';
import { inProcessStoreHost } from '../store/inProcess';
import { loadWhole } from '../store/load';
import { parseArguments, type ParsedArguments } from './options';
import { WrongUsage, type CliTools, type Verb } from './verb';
import { verbs } from './verbs/index';

const DONE = 0;
const REFUSED = 1;
const WRONG_USAGE = 2;

/** What the caller supplies: the streams for output, and a display engine where there is one. */
export type CliDependencies = Omit<
  CliTools,
  'report' | 'warn' | 'notice' | 'finding' | 'error' | 'words' | 'exitWith' | 'language'
>;

/** Runs one verb and answers the exit code: 0 done, 1 the input was refused, 2 wrong usage, 3 提出前チェック would stop. */
export async function runCli(
  args: readonly string[],
  dependencies: CliDependencies = standardDependencies,
): Promise<number> {
  const parsed = parseArguments(args);
  const language: Language = parsed?.options.lang === 'en' ? 'en' : 'ja';
  if (parsed?.options.help === true) return help(dependencies, language);
  const verb = parsed && verbs.find(({ name }) => name === parsed.verb);
  if (!verb || !fits(verb, parsed)) return usage(dependencies, language);
  let hasPrinted = false;
  let code = DONE;
  const print = (text: string) => {
    hasPrinted = true;
    dependencies.print(text);
  };
  const tools: CliTools = {
    ...dependencies,
    print,
    language,
    report: (key, params) => dependencies.printError(cliText(language, key, params)),
    warn: (notice) => dependencies.printError(noticeText(language, notice)),
    notice: (notice) => noticeText(language, notice),
    finding: (found) => findingText(language, found),
    error: (error) => errorText(language, error),
    words: (key) => cliText(language, key),
    exitWith: (other) => {
      code = other;
    },
  };
  try {
    await verb.run(inputOf(parsed), tools);
    return code;
  } catch (thrown) {
    if (thrown instanceof WrongUsage) return usage(dependencies, language);
    return reportRefusal(thrown, parsed.options.json === true && !hasPrinted, { ...dependencies, language });
  }
}

/** Prints one sentence; with `--json` also one value, so that stdout is always JSON. */
function reportRefusal(
  thrown: unknown,
  asJson: boolean,
  { language, printError, print }: RefusalTools,
): number {
  const error = toCommandError(thrown);
  const message = errorText(language, error);
  printError(message);
  if (asJson) print(JSON.stringify({ error: { code: error.code, message } }));
  return REFUSED;
}

type RefusalTools = Pick<CliTools, 'language' | 'print'> & Pick<CliDependencies, 'printError'>;

/** The streams of the process; all files are read in it. */
export const standardDependencies: CliDependencies = {
  print: (text) => void process.stdout.write(`${text}\n`),
  printError: (text) => void process.stderr.write(`${text}\n`),
  readSource: readSourceFile,
  ledgerFactsOf: (path) => ledgerFacts({ path, withFindings: true }),
  readText: readSourceText,
  readDocument: async (path) => loadWhole(await inProcessStoreHost(), path),
  now: () => Date.now(),
};

/** The right number of files, no option of another verb, all that it needs. */
function fits(verb: Verb, { files, options }: ParsedArguments): boolean {
  const given = Object.keys(options).filter((name) => name !== 'lang');
  const known: readonly string[] = verb.options;
  return (
    files.length === verb.files &&
    given.every((name) => known.includes(name)) &&
    verb.required.every((name) => given.includes(name))
  );
}

function inputOf({ files, options }: ParsedArguments) {
  return {
    files,
    json: options.json === true,
    strict: options.strict === true,
    overwrite: options.overwrite === true,
    subfolders: options.subfolders === true,
    topOnly: options['no-subfolders'] === true,
    text: (name: keyof typeof options) => {
      const value = options[name];
      return typeof value === 'string' ? value : undefined;
    },
  };
}

function help(dependencies: CliDependencies, language: Language): number {
  dependencies.print(cliText(language, 'usage'));
  return DONE;
}

function usage(dependencies: CliDependencies, language: Language): number {
  dependencies.printError(cliText(language, 'usage'));
  return WRONG_USAGE;
}
