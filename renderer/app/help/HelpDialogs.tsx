import { useHelp } from '../../state/help';
import { AboutDialog } from './AboutDialog';
import { ShortcutsDialog } from './ShortcutsDialog';

/** What the help menu shows over any screen. */
export function HelpDialogs() {
  const shown = useHelp((state) => state.shown);
  if (shown === 'shortcuts') return <ShortcutsDialog />;
  return shown === 'about' ? <AboutDialog /> : null;
}
