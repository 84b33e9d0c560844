/** Keys of one screen, in the words of the `keys` part of the locale file `help`. */
export interface KeyGroup {
  readonly where: 'everywhere' | 'screens' | 'editor' | 'steps' | 'view';
  readonly keys: readonly (readonly [keys: string, does: KeyText])[];
}

export type KeyText =
  | 'save'
  | 'undo'
  | 'redo'
  | 'new'
  | 'open'
  | 'import'
  | 'export'
  | 'close'
  | 'home'
  | 'editor'
  | 'compare'
  | 'checks'
  | 'preview'
  | 'find'
  | 'replace'
  | 'goTo'
  | 'back'
  | 'forward'
  | 'findNext'
  | 'nextFinding'
  | 'nextChange'
  | 'moveEntry'
  | 'nextColumn'
  | 'previousColumn'
  | 'nextPlace'
  | 'previousPlace'
  | 'accept'
  | 'larger'
  | 'smaller'
  | 'usual'
  | 'full'
  | 'settings'
  | 'guide';

/** What a person can do without the mouse; the menu and the screens answer to these. */
export const keyGroups: readonly KeyGroup[] = [
  {
    where: 'everywhere',
    keys: [
      ['Ctrl+S', 'save'],
      ['Ctrl+Z', 'undo'],
      ['Ctrl+Y', 'redo'],
      ['Ctrl+N', 'new'],
      ['Ctrl+O', 'open'],
      ['Ctrl+I', 'import'],
      ['Ctrl+E', 'export'],
      ['Ctrl+W', 'close'],
      ['Ctrl+G', 'goTo'],
    ],
  },
  {
    where: 'screens',
    keys: [
      ['Ctrl+1', 'home'],
      ['Ctrl+2', 'editor'],
      ['Ctrl+3', 'compare'],
      ['Ctrl+4', 'checks'],
      ['Ctrl+P', 'preview'],
      ['Ctrl+,', 'settings'],
      ['Alt+←', 'back'],
      ['Alt+→', 'forward'],
      ['F1', 'guide'],
    ],
  },
  {
    where: 'editor',
    keys: [
      ['Ctrl+F', 'find'],
      ['Ctrl+H', 'replace'],
      ['F3', 'findNext'],
      ['F8', 'nextFinding'],
      ['F7', 'nextChange'],
      ['Alt+Shift+↑↓', 'moveEntry'],
      ['F6', 'nextColumn'],
      ['Shift+F6', 'previousColumn'],
    ],
  },
  {
    where: 'steps',
    keys: [
      ['Alt+↓', 'nextPlace'],
      ['Alt+↑', 'previousPlace'],
      ['Ctrl+Enter', 'accept'],
    ],
  },
  {
    where: 'view',
    keys: [
      ['Ctrl++', 'larger'],
      ['Ctrl+-', 'smaller'],
      ['Ctrl+0', 'usual'],
      ['F11', 'full'],
    ],
  },
];
