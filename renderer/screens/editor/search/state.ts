import { create } from 'zustand';

interface SearchState {
  readonly query: string;
  readonly replacement: string;
  readonly ignoreWidth: boolean;
}

/** What is searched; kept while other tabs are looked at. */
export const useSearch = create<SearchState>(() => ({ query: '', replacement: '', ignoreWidth: true }));
