import { create } from 'zustand';

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'plain' | 'good' | 'warn' | 'error';
  /** When it was said, in milliseconds since 1970 UTC. */
  readonly at: number;
  readonly action?: { readonly label: string; readonly run: () => void };
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

let last = 0;

export const useToasts = create<ToastState>((set) => ({
  toasts: [],
  dismiss: (id) => set((state) => ({ toasts: state.toasts.filter((toast) => toast.id !== id) })),
}));

/** Shows a message. `text` is a finished sentence in the language of the screen. */
export function say(text: string, options: Partial<Pick<Toast, 'tone' | 'action'>> = {}): void {
  const toast: Toast = { id: (last += 1), text, tone: 'plain', at: Date.now(), ...options };
  useToasts.setState((state) => ({ toasts: [...state.toasts.slice(-2), toast] }));
  const stays = STAYS[toast.tone];
  if (stays !== undefined) setTimeout(() => useToasts.getState().dismiss(toast.id), stays);
}

/** Takes away what was said before another document was shown; failures of the last moments stay. */
export function forgetPassing(): void {
  const fresh = Date.now() - FRESH;
  useToasts.setState(({ toasts }) => ({
    toasts: toasts.filter(({ tone, at }) => tone === 'error' && at > fresh),
  }));
}

/** Milliseconds in which a failure cannot have been read yet. */
const FRESH = 5_000;
