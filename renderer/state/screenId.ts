/** The name of each screen; `openScreen` shows one. */
export type ScreenId =
  | 'start'
  | 'editor'
  | 'intake'
  | 'compare'
  | 'checks'
  | 'submission'
  | 'threshold'
  | 'preview'
  | 'batch'
  | 'ledger'
  | 'settings';
