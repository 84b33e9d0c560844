import { useDeferredValue, useId, useMemo, useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { classes } from '../../components/classes';
import { Dialog } from '../../components/Dialog';
import { Kbd } from '../../components/Kbd';
import { useDocument } from '../../state/document';
import { focusItem } from '../../state/focus';
import { openScreen, useNavigation } from '../../state/navigation';
import { closePalette, usePalette } from '../../state/palette';
import { runCommand } from '../../state/windowCommands';
import { findTargets } from './match';
import { paletteTargets, type PaletteTarget } from './targets';

/** Results that are listed. */
const MAX_LISTED = 50;

/** Ctrl+G: opens an item of the form or runs a command by some of its words. */
export function PaletteDialog() {
  const isOpen = usePalette((state) => state.isOpen);
  return isOpen ? <Palette /> : null;
}

function Palette() {
  const { t } = useTranslation('palette');
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const id = useId();
  const [targets] = useState(() => paletteTargets(useDocument.getState().assessment));
  const searched = useDeferredValue(query);
  const found = useMemo(() => findTargets(targets, searched), [targets, searched]);
  const listed = found.slice(0, MAX_LISTED);
  const optionId = (index: number) => `${id}-${String(index)}`;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && listed.length > 0) {
      event.preventDefault();
      setAt((at + step + listed.length) % listed.length);
    }
    const chosen = listed[at];
    if (event.key !== 'Enter' || !chosen) return;
    event.preventDefault();
    open(chosen);
  };
  return (
    <Dialog title={t('title')} wide onClose={closePalette} actions={<Help />}>
      <input
        className="input palette-input"
        role="combobox"
        aria-label={t('query')}
        aria-expanded={listed.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={listed.length > 0 ? optionId(at) : undefined}
        autoFocus
        spellCheck={false}
        placeholder={t('placeholder')}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div className="palette-results">
        <ul id={`${id}-list`} role="listbox" aria-label={t('results')}>
          {listed.map((target, index) => (
            <TargetLine key={target.id} id={optionId(index)} target={target} chosen={index === at} />
          ))}
        </ul>
        <p className="muted label" role="status">
          {countText(t, searched, found.length)}
        </p>
      </div>
    </Dialog>
  );
}

function countText(
  t: ReturnType<typeof useTranslation<'palette'>>['t'],
  query: string,
  count: number,
): string {
  if (query.trim() === '') return t('help');
  if (count === 0) return t('none');
  return count > MAX_LISTED ? t('first', { count, listed: MAX_LISTED }) : t('count', { count });
}

function TargetLine(props: {
  readonly id: string;
  readonly target: PaletteTarget;
  readonly chosen: boolean;
}) {
  const { id, target, chosen } = props;
  return (
    <li
      id={id}
      role="option"
      aria-selected={chosen}
      className={classes('palette-target', chosen && 'palette-target-chosen')}
      ref={(line) => (chosen ? line?.scrollIntoView({ block: 'nearest' }) : undefined)}
      onClick={() => open(target)}
    >
      <span className="grow">
        <span className="palette-title">{target.title}</span>
        <span className="muted small palette-context">{target.context}</span>
      </span>
      {target.kind === 'command' && target.keys !== '' ? <Kbd keys={target.keys} /> : null}
    </li>
  );
}

function Help() {
  const { t } = useTranslation('palette');
  return <span className="muted small">{t('keys')}</span>;
}

/** The dialog is closed first: it gives the focus back to where it was, from where it then moves on. */
function open(target: PaletteTarget): void {
  flushSync(closePalette);
  if (target.kind === 'command') {
    runCommand(target.id);
    return;
  }
  if (useNavigation.getState().place.screen !== 'editor') openScreen('editor');
  focusItem(target.id);
}
