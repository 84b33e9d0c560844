import { parseArgs, type ParseArgsConfig } from 'node:util';

/** Options of the command line by name; `-o` is short for `--output`. */
export const optionTypes = {
  output: { type: 'string', short: 'o' },
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean' },
  overwrite: { type: 'boolean' },
  lang: { type: 'string' },
  form: { type: 'string' },
  edition: { type: 'string' },
  variant: { type: 'string' },
  formats: { type: 'string' },
  subfolders: { type: 'boolean' },
  'no-subfolders': { type: 'boolean' },
  old: { type: 'string' },
  encoding: { type: 'string' },
  separator: { type: 'string' },
  'per-item': { type: 'string' },
  'per-entry': { type: 'string' },
  severity: { type: 'string' },
  rule: { type: 'string' },
  on: { type: 'string' },
  strict: { type: 'boolean' },
  people: { type: 'string' },
  handlers: { type: 'string' },
  incident: { type: 'string' },
  perform: { type: 'string' },
  consult: { type: 'string' },
  publish: { type: 'string' },
  build: { type: 'string' },
} as const satisfies ParseArgsConfig['options'];

export type OptionName = keyof typeof optionTypes;

export interface ParsedArguments {
  readonly verb: string | undefined;
  readonly files: readonly string[];
  readonly options: Readonly<Partial<Record<OptionName, string | boolean>>>;
}

/** Undefined where an option is unknown or lacks its value. */
export function parseArguments(args: readonly string[]): ParsedArguments | undefined {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      options: optionTypes,
      allowPositionals: true,
    });
    const [verb, ...files] = positionals;
    return { verb, files, options: values };
  } catch {
    return undefined;
  }
}
