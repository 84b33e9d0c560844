import { contract } from '../../shared/commands/contract';
import { Failure, toResult } from '../../shared/commands/failure';
import type { CommandName } from '../../shared/commands/names';
import type { Result } from '../../shared/commands/result';
import type { CommandContext } from './context';
import type { Handlers } from './handlers';

type AnyHandler = (input: unknown, context: CommandContext) => unknown;

/** Validates the input, runs the handler and answers a value, whatever happens. */
export function dispatch(
  handlers: Handlers,
  name: CommandName,
  input: unknown,
  context: CommandContext,
): Promise<Result<unknown>> {
  return toResult(() => {
    const parsed = contract[name].input.safeParse(input);
    if (!parsed.success) throw new Failure('invalidInput');
    const handler = handlers[name] as AnyHandler | undefined;
    if (!handler) throw new Failure('noHandler');
    return handler(parsed.data, context);
  });
}
