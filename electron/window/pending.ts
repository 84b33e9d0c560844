/** Files that were given before a window was there to take them, each once. */
export class PendingFiles {
  readonly #paths = new Set<string>();

  add(path: string): void {
    this.#paths.add(path);
  }

  /** Hands over what waits and forgets it. */
  take(): readonly string[] {
    const waiting = [...this.#paths];
    this.#paths.clear();
    return waiting;
  }
}
