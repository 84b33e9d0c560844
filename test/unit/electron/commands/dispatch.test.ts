import { expect, test } from 'vitest';
import { dispatch } from '../../../../electron/commands/dispatch';
import type { Handlers } from '../../../../electron/commands/handlers';
import type { CommandContext } from '../../../../electron/commands/context';
import { Failure } from '../../../../shared/commands/failure';

// No handler here looks at who asks.
const context = { sender: undefined as unknown as CommandContext['sender'] };
const cancel = (handlers: Handlers, input: unknown) => dispatch(handlers, 'jobs.cancel', input, context);

test('valid input reaches the handler and its value comes back', async () => {
  const seen: unknown[] = [];
  const handlers: Handlers = { 'jobs.cancel': (input) => seen.push(input) === 1 };
  expect(await cancel(handlers, { job: 'a', more: 1 })).toEqual({ ok: true, value: true });
  expect(seen).toEqual([{ job: 'a' }]);
});

test('invalid input never reaches the handler', async () => {
  const handlers: Handlers = {
    'jobs.cancel': () => {
      throw new Error('reached');
    },
  };
  for (const input of [undefined, null, {}, { job: 1 }, { job: '' }, { job: 'x'.repeat(65) }]) {
    expect(await cancel(handlers, input)).toEqual({ ok: false, error: { code: 'invalidInput', params: {} } });
  }
});

test('a command nobody answers says so', async () => {
  expect(await cancel({}, { job: 'a' })).toMatchObject({ error: { code: 'noHandler' } });
});

test('a failure keeps its code and parameters, thrown or rejected', async () => {
  const failure = new Failure('printFailed', { detail: 'x' });
  const throwing: Handlers = {
    'jobs.cancel': () => {
      throw failure;
    },
  };
  const expected = { ok: false, error: { code: 'printFailed', params: { detail: 'x' } } };
  expect(await cancel(throwing, { job: 'a' })).toEqual(expected);
  expect(await cancel({ 'jobs.cancel': () => Promise.reject(failure) }, { job: 'a' })).toEqual(expected);
});

test('of an unforeseen error only the kind is told, never its words', async () => {
  const broken = Object.assign(new Error('住民 太郎'), { code: 'ENOSPC' });
  const answer = await cancel({ 'jobs.cancel': () => Promise.reject(broken) }, { job: 'a' });
  expect(answer).toEqual({ ok: false, error: { code: 'unexpected', params: { detail: 'ENOSPC' } } });
});
