import i18next from 'i18next';
import { shell } from '../shell';
import { titleOf, useDocument, type DocumentState } from '../state/document';
import { useSettings } from '../state/settings';

/** Keeps the title of the window and the menus at what is open. */
export function followOpenDocument(): void {
  showTitle(useDocument.getState());
  useDocument.subscribe((state, before) => {
    showTitle(state);
    const open = state.view !== undefined;
    if (open !== (before.view !== undefined)) void shell.commands['window.documentShown']({ open });
  });
  useSettings.subscribe(() => showTitle(useDocument.getState()));
}

/** The name of the assessment and of its file, which distinguishes windows and entries of the task bar. */
function showTitle(state: DocumentState): void {
  const { view } = state;
  const title = titleOf(state);
  const parts = [
    ...(title === '' ? [] : [title]),
    ...(view && view.name !== title ? [view.name] : []),
    ...(view?.access.kind === 'readOnly' ? [i18next.t('save.readOnly')] : []),
    i18next.t('appName'),
  ];
  const text = parts.join(' - ');
  if (document.title !== text) document.title = text;
}
