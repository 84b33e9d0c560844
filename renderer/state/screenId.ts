/** Every screen has a name here; `state/view.ts` goes from one to the other. */
export type ScreenId =
  'start' | 'editor' | 'intake' | 'compare' | 'preview' | 'batch' | 'ledger' | 'settings';
