import { create } from 'zustand';

/** What is searched, and how. */
export interface SearchQuery {
  readonly query: string;
  readonly ignoreWidth: boolean;
  /** Also replace in the table of 変更箇所, whose rows about earlier years are left unchanged otherwise. */
  readonly inHistory: boolean;
}

interface SearchState extends SearchQuery {
  readonly replacement: string;
  /** The place gone to last, among all; -1 where none was. */
  readonly at: number;
}

/** The query of the search; kept while other tabs are shown. */
export const useSearch = create<SearchState>(() => ({
  query: '',
  replacement: '',
  ignoreWidth: true,
  inHistory: false,
  at: -1,
}));
