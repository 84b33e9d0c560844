import type { ParsedOf, ValueOf } from '../../shared/commands/contract';
import type { CommandName } from '../../shared/commands/names';
import type { CommandContext } from './context';

type Answer<Name extends CommandName> = ValueOf<Name> | Promise<ValueOf<Name>>;

/** A handler does the work or throws a `Failure`; it never sees input that its schema refuses. */
export type Handler<Name extends CommandName> = (
  input: ParsedOf<Name>,
  context: CommandContext,
) => Answer<Name>;

/** Handlers of one area. */
export type Handlers = { readonly [Name in CommandName]?: Handler<Name> };
