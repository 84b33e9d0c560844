type Listener = (event: { readonly data: unknown }) => void;

/**
 * Joins the two sides of pdf.js inside one thread. Its own port copies whatever passes, so every character of every
 * page once more; here operators go over as they are. Messages arrive in order, after the sender has gone on.
 */
export class DirectPort {
  private readonly listeners = new Set<Listener>();

  postMessage(message: object, transfer: ArrayBuffer[] = []): void {
    const data = withOwnLists(message) ?? structuredClone(message, { transfer });
    queueMicrotask(() => {
      for (const listener of [...this.listeners]) listener({ data });
    });
  }

  addEventListener(_name: string, listener: Listener, { signal }: { signal?: AbortSignal } = {}): void {
    if (signal?.aborted) return;
    this.listeners.add(listener);
    signal?.addEventListener('abort', () => this.listeners.delete(listener));
  }
}

interface Operators {
  readonly fnArray: readonly unknown[];
  readonly argsArray: readonly unknown[];
}

/** A message with operators; undefined for any other. The sender empties its lists and fills them anew. */
function withOwnLists(message: { readonly chunk?: Partial<Operators> }): object | undefined {
  const { chunk } = message;
  if (!chunk?.fnArray || !chunk.argsArray) return undefined;
  return { ...message, chunk: { ...chunk, fnArray: [...chunk.fnArray], argsArray: [...chunk.argsArray] } };
}
