import { create } from 'zustand';

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'plain' | 'good' | 'warn' | 'error';
  /** When it was said, in milliseconds since 1970 UTC. */
  readonly at: number;
  readonly action?: { readonly label: string; readonly run: () => void };
  /** Whether what it says, and what it offers to take back, is still so; it is removed as soon as it is not. */
  readonly isValid?: () => boolean;
  /** Until it is closed, however long that takes. */
  readonly stays?: boolean;
}

interface ToastState {
  readonly toasts: readonly Toast[];
  readonly dismiss: (id: number) => void;
}

/** Milliseconds a message stays, by its tone; one that reports a failure stays until it is closed. */
const STAYS = { plain: 6_000, good: 6_000, warn: 12_000, error: undefined } as const satisfies Record<
  Toast['tone'],
  number | undefined
>;

/** Failures that are shown at once, newest last; of all other messages only the newest. */
const MAX_FAILURES = 3;

/** While somebody reads or uses a message, it is looked again after this time (ms) whether it can go. */
const IN_USE = 1_500;

let last = 0;

export const useToasts = create<ToastState>((set) => ({
  toasts: [],
  dismiss: (id) => set((state) => ({ toasts: state.toasts.filter((toast) => toast.id !== id) })),
}));

/** Shows a message. `text` is a finished sentence in the language of the screen. */
export function say(
  text: string,
  options: Partial<Pick<Toast, 'tone' | 'action' | 'isValid' | 'stays'>> = {},
): void {
  const toast: Toast = { id: (last += 1), text, tone: 'plain', at: Date.now(), ...options };
  const lasting = useToasts.getState().toasts.filter(isLasting);
  const kept = isLasting(toast) ? MAX_FAILURES - 1 : MAX_FAILURES;
  useToasts.setState({ toasts: [...lasting.slice(-kept), toast] });
  const stays = isLasting(toast) ? undefined : STAYS[toast.tone];
  if (stays !== undefined) setTimeout(() => dismissUnused(toast.id), stays);
}

/** Until it is closed. */
function isLasting({ tone, stays = false }: Toast): boolean {
  return stays || tone === 'error';
}

/** A message that has the pointer over it or the focus in it does not go away under the hand. */
function dismissUnused(id: number): void {
  if (document.querySelector('.toasts:hover, .toasts:focus-within'))
    setTimeout(() => dismissUnused(id), IN_USE);
  else useToasts.getState().dismiss(id);
}

/** Takes away messages about what no longer holds. */
export function forgetOutdated(): void {
  const { toasts } = useToasts.getState();
  const valid = toasts.filter(({ isValid }) => isValid?.() !== false);
  if (valid.length < toasts.length) useToasts.setState({ toasts: valid });
}

/**
 * Takes away what was said before another screen or document was shown. Failures of the last moments stay, and warnings
 * that lead nowhere on the screen before: nobody has read them yet.
 */
export function forgetPassing(): void {
  const fresh = Date.now() - FRESH;
  const isUnread = ({ tone, at, action, stays = false }: Toast) =>
    stays || (at > fresh && (tone === 'error' || (tone === 'warn' && action === undefined)));
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter(isUnread) }));
}

/** Milliseconds in which a warning or failure cannot have been read yet. */
const FRESH = 5_000;
