import { create } from 'zustand';

interface SearchState {
  readonly query: string;
  readonly replacement: string;
  readonly ignoreWidth: boolean;
  /** Words in the table of 変更箇所 are replaced too. What it tells of earlier years is left as it is unless asked for. */
  readonly inHistory: boolean;
}

/** What is searched; kept while other tabs are looked at. */
export const useSearch = create<SearchState>(() => ({
  query: '',
  replacement: '',
  ignoreWidth: true,
  inHistory: false,
}));
