import { create } from 'zustand';

interface Help {
  readonly shown: 'shortcuts' | 'about' | undefined;
}

/** The sheet of the help menu that is open. */
export const useHelp = create<Help>(() => ({ shown: undefined }));

export function showHelp(shown: Help['shown']): void {
  useHelp.setState({ shown });
}

export function hideHelp(): void {
  showHelp(undefined);
}
