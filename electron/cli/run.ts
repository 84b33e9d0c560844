import { toCommandError } from '../../shared/commands/failure';
import { cliText, errorText, findingText, type Language } from '../locale';
import { parseArguments, type ParsedArguments } from './options';
import { WrongUsage, type CliTools, type Verb } from './verb';
import { verbs } from './verbs/index';

const DONE = 0;
const REFUSED = 1;
const WRONG_USAGE = 2;

/** What the surroundings give: where output goes, and a display engine where there is one. */
export type CliEdges = Omit<CliTools, 'say' | 'finding' | 'language'> & {
  readonly complain: (text: string) => void;
};

/** Runs one verb and answers the exit code: 0 done, 1 the input was refused, 2 wrong usage. */
export async function runCli(args: readonly string[], edges: CliEdges = standardEdges): Promise<number> {
  const parsed = parseArguments(args);
  const language: Language = parsed?.options.lang === 'en' ? 'en' : 'ja';
  if (parsed?.options.help === true) return help(edges, language);
  const verb = parsed && verbs.find(({ name }) => name === parsed.verb);
  if (!verb || !fits(verb, parsed)) return usage(edges, language);
  const tools: CliTools = {
    ...edges,
    language,
    say: (key, params) => edges.complain(cliText(language, key, params)),
    finding: (found) => findingText(language, found),
  };
  try {
    await verb.run(inputOf(parsed), tools);
    return DONE;
  } catch (thrown) {
    if (thrown instanceof WrongUsage) return usage(edges, language);
    edges.complain(errorText(language, toCommandError(thrown)));
    return REFUSED;
  }
}

/** The streams of the process. */
export const standardEdges: CliEdges = {
  print: (text) => void process.stdout.write(`${text}\n`),
  complain: (text) => void process.stderr.write(`${text}\n`),
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
    text: (name: keyof typeof options) => {
      const value = options[name];
      return typeof value === 'string' ? value : undefined;
    },
  };
}

function help(edges: CliEdges, language: Language): number {
  edges.print(cliText(language, 'usage'));
  return DONE;
}

function usage(edges: CliEdges, language: Language): number {
  edges.complain(cliText(language, 'usage'));
  return WRONG_USAGE;
}
