/** The name of each screen; `openScreen` shows one. */
export type ScreenId =
  'start' | 'editor' | 'intake' | 'compare' | 'preview' | 'batch' | 'ledger' | 'settings';
