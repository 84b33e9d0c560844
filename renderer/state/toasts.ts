import { create } from 'zustand';

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'plain' | 'good' | 'warn' | 'error';
  /** When it was shown, in milliseconds since 1970 UTC. */
  readonly at: number;
  readonly action?: { readonly label: string; readonly run: () => void };
  /** Whether the message and its action still apply; it is removed as soon as they do not. */
  readonly isValid?: () => boolean;
  /** Until it is closed, however long that takes. */
  readonly persistent?: boolean;
}

interface ToastState {
  readonly toasts: readonly Toast[];
  readonly dismiss: (id: number) => void;
}

/** Milliseconds that a message is shown, by its tone; a failure is shown until it is closed. */
const DURATION_MS = { plain: 6_000, good: 6_000, warn: 12_000, error: undefined } as const satisfies Record<
  Toast['tone'],
  number | undefined
>;

/** Failures that are shown at once, newest last; of all other messages only the newest. */
const MAX_FAILURES = 3;

/** While the pointer or the focus is on a message, it is checked again after this time (ms) whether it can be removed. */
const RECHECK_MS = 1_500;

let lastId = 0;

export const useToasts = create<ToastState>((set) => ({
  toasts: [],
  dismiss: (id) => set((state) => ({ toasts: state.toasts.filter((toast) => toast.id !== id) })),
}));

/** Shows a message. `text` is a finished sentence in the language of the screen. */
export function showToast(
  text: string,
  options: Partial<Pick<Toast, 'tone' | 'action' | 'isValid' | 'persistent'>> = {},
): void {
  const toast: Toast = { id: (lastId += 1), text, tone: 'plain', at: Date.now(), ...options };
  const lasting = useToasts.getState().toasts.filter(isLasting);
  const kept = isLasting(toast) ? MAX_FAILURES - 1 : MAX_FAILURES;
  useToasts.setState({ toasts: [...lasting.slice(-kept), toast] });
  const stays = isLasting(toast) ? undefined : DURATION_MS[toast.tone];
  if (stays !== undefined) setTimeout(() => dismissUnused(toast.id), stays);
}

/** Until it is closed. */
function isLasting({ tone, persistent: stays = false }: Toast): boolean {
  return stays || tone === 'error';
}

/** A message that has the pointer over it or the focus in it does not go away under the hand. */
function dismissUnused(id: number): void {
  if (document.querySelector('.toasts:hover, .toasts:focus-within'))
    setTimeout(() => dismissUnused(id), RECHECK_MS);
  else useToasts.getState().dismiss(id);
}

/** Removes messages that no longer apply. */
export function dismissOutdated(): void {
  const { toasts } = useToasts.getState();
  const valid = toasts.filter(({ isValid }) => isValid?.() !== false);
  if (valid.length < toasts.length) useToasts.setState({ toasts: valid });
}

/**
 * Removes the messages of the previous screen or document. Recent failures stay, and recent warnings without an action:
 * nobody can have read them yet.
 */
export function dismissPassing(): void {
  const fresh = Date.now() - UNREAD_MS;
  const isUnread = ({ tone, at, action, persistent: stays = false }: Toast) =>
    stays || (at > fresh && (tone === 'error' || (tone === 'warn' && action === undefined)));
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter(isUnread) }));
}

/** Milliseconds in which a warning or failure cannot have been read yet. */
const UNREAD_MS = 5_000;
