import type { z } from 'zod';

/** A command: the schema its input must meet, and the type of its value. */
export interface Command<Input extends z.ZodType, Value> {
  readonly input: Input;
  /** Carries the type only; never present. */
  readonly value?: Value;
}

/** Declares a command: `command<Value>()(inputSchema)`. */
export const command =
  <Value>() =>
  <Input extends z.ZodType>(input: Input): Command<Input, Value> => ({ input });
