import { Failure } from '../../shared/commands/failure';
import type { Result } from '../../shared/commands/result';
import type { Child } from '../processes/child';
import type { FromStore, StoreCall, StoreCalls, ToStore } from './messages';

export type StoreChild = Child<ToStore, FromStore>;

/** Calls to one store process. Once it has ended, every call rejects with `storeGone`, those that wait included. */
export class StoreLine {
  #waiting = new Map<number, (result: Result<unknown>) => void>();
  #calls = 0;
  #isGone = false;

  constructor(private readonly child: StoreChild) {
    child.onMessage(({ id, result }) => this.answer(id, result));
    child.onExit(() => this.gone());
  }

  get isGone(): boolean {
    return this.#isGone;
  }

  async call<Call extends StoreCall>(
    call: Call,
    input: StoreCalls[Call]['input'],
  ): Promise<StoreCalls[Call]['output']> {
    const result = await this.resultOf(call, input);
    if (!result.ok) throw new Failure(result.error.code, result.error.params);
    return result.value as StoreCalls[Call]['output'];
  }

  end(): void {
    this.gone();
    this.child.end();
  }

  private resultOf(call: StoreCall, input: unknown): Promise<Result<unknown>> {
    if (this.#isGone) return Promise.resolve(GONE);
    const id = (this.#calls += 1);
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.child.send({ id, call, input });
    });
  }

  private answer(id: number, result: Result<unknown>): void {
    this.#waiting.get(id)?.(result);
    this.#waiting.delete(id);
  }

  private gone(): void {
    this.#isGone = true;
    for (const resolve of this.#waiting.values()) resolve(GONE);
    this.#waiting.clear();
  }
}

const GONE: Result<unknown> = { ok: false, error: { code: 'storeGone', params: {} } };
