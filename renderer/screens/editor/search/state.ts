import { create } from 'zustand';

/** What is searched, and how. */
export interface Searched {
  readonly query: string;
  readonly ignoreWidth: boolean;
  /** Words in the table of 変更箇所 are replaced too. What it tells of earlier years is left as it is unless asked for. */
  readonly inHistory: boolean;
}

interface SearchState extends Searched {
  readonly replacement: string;
  /** The place gone to last, among all; -1 where none was. */
  readonly at: number;
}

/** What is searched; kept while other tabs are looked at. */
export const useSearch = create<SearchState>(() => ({
  query: '',
  replacement: '',
  ignoreWidth: true,
  inHistory: false,
  at: -1,
}));
