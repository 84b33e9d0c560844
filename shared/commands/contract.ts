import type { z } from 'zod';
import { appCommands } from './app';
import type { Command } from './command';
import { compareCommands } from './compare';
import { documentCommands } from './documents';
import { intakeCommands } from './intake';
import { jobCommands } from './jobs';
import type { CommandName } from './names';
import type { Result } from './result';
import { officeCommands } from './office';
import { publishCommands } from './publish';
import { checksCommands } from './checks';
import { rescueCommands } from './rescue';
import { settingsCommands } from './settings';
import { thinCommands } from './thin';

/** The whole contract between windows and shell. Adding a command: its name in `names.ts`, its entry in its area. */
export const contract = {
  ...appCommands,
  ...documentCommands,
  ...rescueCommands,
  ...thinCommands,
  ...intakeCommands,
  ...compareCommands,
  ...checksCommands,
  ...jobCommands,
  ...officeCommands,
  ...publishCommands,
  ...settingsCommands,
} satisfies Record<CommandName, Command<z.ZodType, unknown>>;

type Contract = typeof contract;

/** What a caller passes. */
export type InputOf<Name extends CommandName> = z.input<Contract[Name]['input']>;

/** What a handler receives after validation. */
export type ParsedOf<Name extends CommandName> = z.output<Contract[Name]['input']>;

export type ValueOf<Name extends CommandName> = NonNullableValue<Contract[Name]>;

type NonNullableValue<C> = C extends Command<z.ZodType, infer Value> ? Value : never;

type Arguments<Input> = undefined extends Input ? [input?: Input] : [input: Input];

/** The functions that the preload gives to the window, one per command. */
export type Commands = {
  readonly [Name in CommandName]: (...input: Arguments<InputOf<Name>>) => Promise<Result<ValueOf<Name>>>;
};
