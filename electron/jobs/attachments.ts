import { Failure } from '../../shared/commands/failure';
import type { Result } from '../../shared/commands/result';

type Answer = (result: Result<Uint8Array | undefined>) => void;

/** Attachments that this process asks its starter for. */
export class AttachmentRequests {
  readonly #waiting = new Map<string, Answer[]>();

  constructor(private readonly request: (hash: string) => void) {}

  /** Rejects with the `Failure` that the starter met. */
  async ask(hash: string): Promise<Uint8Array | undefined> {
    const result = await new Promise<Result<Uint8Array | undefined>>((resolve) => {
      const waiting = this.#waiting.get(hash);
      if (waiting) waiting.push(resolve);
      else {
        this.#waiting.set(hash, [resolve]);
        this.request(hash);
      }
    });
    if (!result.ok) throw new Failure(result.error.code, result.error.params);
    return result.value;
  }

  answer(hash: string, result: Result<Uint8Array | undefined>): void {
    for (const resolve of this.#waiting.get(hash) ?? []) resolve(result);
    this.#waiting.delete(hash);
  }
}
