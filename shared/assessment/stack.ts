/**
 * An immutable list that grows and shrinks at one end; `undefined` is the empty one. Adding and removing cost the same at every
 * size, and older states stay valid beside newer ones.
 */
export type Stack<T> = StackNode<T> | undefined;

interface StackNode<T> {
  readonly top: T;
  readonly below: Stack<T>;
  readonly size: number;
}

export function push<T>(stack: Stack<T>, top: T): StackNode<T> {
  return { top, below: stack, size: (stack?.size ?? 0) + 1 };
}

/** In the order in which they were added. */
export function itemsOfStack<T>(stack: Stack<T>): T[] {
  const items: T[] = [];
  for (let node = stack; node; node = node.below) items.push(node.top);
  return items.reverse();
}
