import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Gate, GateState } from '../../../shared/checks/gates';
import { acceptGate, revokeAcceptance } from '../../state/acceptances';
import { useReadOnly } from '../../state/document';
import { revealFinding } from '../../state/findingSteps';
import { focusItem } from '../../state/focus';
import { useLabel } from '../../state/labels';
import { showSideTab } from '../../state/sidePanel';
import { openScreen } from '../../state/navigation';
import { momentText } from '../../i18n/dates';
import { messageOf } from '../../i18n/message';
import { Badge, type Tone } from '../Badge';
import { Button } from '../Button';
import { AcceptanceReason } from '../AcceptanceReason';

const TONES: Readonly<Record<GateState, Tone>> = {
  passed: 'good',
  attention: 'warn',
  stop: 'error',
  unknown: 'plain',
};

/** Places of a line that are listed; the rest is told by its number. */
const MAX_PLACES = 5;

/** The lines of 提出前チェック, each with its state, its places and the way to them. */
export function GateList({
  gates,
  onLeave,
}: {
  readonly gates: readonly Gate[];
  readonly onLeave: () => void;
}) {
  return (
    <ul className="checks-list">
      {gates.map((gate) => (
        <GateLine key={gate.id} gate={gate} onLeave={onLeave} />
      ))}
    </ul>
  );
}

function GateLine({ gate, onLeave }: { readonly gate: Gate; readonly onLeave: () => void }) {
  const { t } = useTranslation('checking');
  const isReadOnly = useReadOnly();
  const [isAccepting, setAccepting] = useState(false);
  const { id, state, acceptance } = gate;
  const isOpen = state === 'stop' || state === 'attention';
  return (
    <li className={state === 'stop' ? 'checks-card checks-card-stop' : 'checks-card'} data-gate={id}>
      <div className="gate-head">
        <span className="gate-state">
          <Badge tone={TONES[state]}>{t(`submission.state.${acceptance ? 'accepted' : state}`)}</Badge>
        </span>
        <span className="grow">
          <strong>{t(`submission.gate.${id}`)}</strong>{' '}
          {isOpen ? <span className="muted small">{t(`submission.about.${id}`)}</span> : null}
        </span>
        {isOpen && gate.count > 0 ? (
          <span className="muted">{t('submission.places', { count: gate.count })}</span>
        ) : null}
      </div>
      {isOpen ? <Places gate={gate} onLeave={onLeave} /> : null}
      {acceptance ? <Accepted gate={gate} /> : null}
      {isOpen && !isReadOnly && !isAccepting ? (
        <div className="gate-body">
          <Button variant="link" onPress={() => setAccepting(true)}>
            {t('act.accept')}
          </Button>
        </div>
      ) : null}
      {isAccepting && isOpen ? <Reason gate={gate} onDone={() => setAccepting(false)} /> : null}
    </li>
  );
}

function Accepted({ gate: { acceptance } }: { readonly gate: Gate }) {
  const { t, i18n } = useTranslation('checking');
  const isReadOnly = useReadOnly();
  if (!acceptance) return null;
  const { reason, author, at } = acceptance;
  const who = [author.department, author.name].filter((part) => part !== '').join(' ');
  return (
    <div className="gate-body label">
      <p>
        {t('accept.by', { who, time: momentText(at, i18n.language) })}　{reason}
      </p>
      {isReadOnly ? null : (
        <Button variant="link" onPress={() => void revokeAcceptance(acceptance)}>
          {t('act.revoke')}
        </Button>
      )}
    </div>
  );
}

/** The first places, each a way to the form. */
function Places({ gate, onLeave }: { readonly gate: Gate; readonly onLeave: () => void }) {
  const { t } = useTranslation('checking');
  const { findings, places, id } = gate;
  if (id === 'unplaced')
    return (
      <div className="gate-body">
        <Button variant="link" onPress={() => leave(onLeave, () => showSideTab('leftover'))}>
          {t('submission.go')}
        </Button>
      </div>
    );
  const rest = Math.max(findings.length, places.length) - MAX_PLACES;
  return (
    <ul className="gate-body gate-places">
      {findings.length > 0
        ? findings.slice(0, MAX_PLACES).map((finding, at) => (
            <li key={at}>
              <PlaceLink path={finding.path} onPress={() => leave(onLeave, () => revealFinding(finding))} />
              <span className="label">
                {messageOf('checks', { code: `rules.${finding.rule}`, params: finding.params })}
              </span>
            </li>
          ))
        : places.slice(0, MAX_PLACES).map((path) => (
            <li key={path}>
              <PlaceLink path={path} onPress={() => leave(onLeave, () => focusItem(path))} />
            </li>
          ))}
      {rest > 0 ? <li className="muted small">{t('submission.more', { count: rest })}</li> : null}
    </ul>
  );
}

function leave(onLeave: () => void, show: () => void): void {
  onLeave();
  openScreen('editor');
  show();
}

function PlaceLink({ path, onPress }: { readonly path: string; readonly onPress: () => void }) {
  const { short, headings } = useLabel(path);
  return (
    <Button variant="link" onPress={onPress}>
      {[headings, short].filter((part) => part !== '').join('　')}
    </Button>
  );
}

function Reason({ gate, onDone }: { readonly gate: Gate; readonly onDone: () => void }) {
  const accept = (reason: string) => {
    onDone();
    void acceptGate(gate, reason);
  };
  return (
    <div className="gate-body stack-tight">
      <AcceptanceReason onAccept={accept} onCancel={onDone} />
    </div>
  );
}
