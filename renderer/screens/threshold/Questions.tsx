import { useTranslation } from 'react-i18next';
import { offerWareki } from '../../../shared/japanese/wareki';
import { NOT_COVERED, QUESTIONS, type ThresholdQuestion } from '../../../shared/threshold/questions';
import { Button } from '../../components/Button';
import { Option } from '../../components/Option';
import { TextInput } from '../../components/TextInput';
import { messageOf } from '../../i18n/message';
import { answer, totalOf, useThresholdDraft, type CountDraft } from '../../state/thresholdDraft';

const words = (code: string) => messageOf('threshold', { code });

/** The three questions, each with how to count. */
export function Questions() {
  const { t } = useTranslation('threshold');
  return (
    <div className="stack">
      {QUESTIONS.map((question) => (
        <section key={question.id} className="threshold-question stack-tight">
          <h2 className="checks-section">{words(`questions.${question.id}`)}</h2>
          <ul className="threshold-counting label">
            {question.counting.map((key) => (
              <li key={key}>{words(`counting.${key}`)}</li>
            ))}
          </ul>
          {question.answer === 'count' ? <Count question={question} /> : <Incident />}
        </section>
      ))}
      <Plan />
      <details className="threshold-question">
        <summary>{t('screen.notCovered')}</summary>
        <ul className="threshold-counting label">
          {NOT_COVERED.map((key) => (
            <li key={key}>{words(`notCovered.${key}`)}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}

/** Parts with names and their total. */
function Count({ question: { id } }: { readonly question: ThresholdQuestion }) {
  const { t } = useTranslation('threshold');
  const key = id === 'people' ? 'people' : 'handlers';
  const count = useThresholdDraft((draft) => draft[key]);
  const set = (patch: Partial<CountDraft>) => answer({ [key]: { ...count, ...patch } });
  const total = totalOf(count);
  return (
    <div className="stack-tight">
      {count.parts.map((part, at) => (
        <div key={at} className="threshold-part">
          <TextInput
            label={t(`screen.part.${key}`)}
            hideLabel={at > 0}
            value={part.name}
            onChange={(name) => set({ parts: count.parts.with(at, { ...part, name }) })}
          />
          <TextInput
            label={t('screen.count')}
            hideLabel={at > 0}
            value={part.count}
            onChange={(text) => set({ parts: count.parts.with(at, { ...part, count: text }) })}
          />
          {count.parts.length > 1 ? (
            <Button
              variant="icon"
              label={t('screen.removePart')}
              onPress={() => set({ parts: count.parts.filter((_, other) => other !== at) })}
            >
              ×
            </Button>
          ) : null}
        </div>
      ))}
      <div className="line-up">
        <Button variant="link" onPress={() => set({ parts: [...count.parts, { name: '', count: '' }] })}>
          {t(`screen.addPart.${key}`)}
        </Button>
        <span className="grow" />
        <strong aria-live="polite">
          {total === undefined
            ? t('screen.noTotal')
            : t('screen.total', { count: total.toLocaleString('en-US') })}
        </strong>
      </div>
      <DateInput
        label={t('screen.countedOn')}
        value={count.countedOn}
        onChange={(countedOn) => set({ countedOn })}
      />
    </div>
  );
}

function Incident() {
  const { t } = useTranslation('threshold');
  const incident = useThresholdDraft((draft) => draft.incident);
  return (
    <div className="line-up" role="radiogroup" aria-label={t('questions.incident')}>
      {[true, false].map((value) => (
        <Option
          key={String(value)}
          kind="radio"
          name="incident"
          chosen={incident === value}
          onChange={() => answer({ incident: value })}
        >
          {t(value ? 'screen.yes' : 'screen.no')}
        </Option>
      ))}
    </div>
  );
}

/** Planned days, from which the others are counted both ways. */
function Plan() {
  const { t } = useTranslation('threshold');
  const draft = useThresholdDraft();
  return (
    <section className="threshold-question stack-tight">
      <h2 className="checks-section">{t('screen.plan')}</h2>
      <p className="label">{t('screen.planHelp')}</p>
      <div className="threshold-plan">
        {(['consultationStart', 'publication', 'building'] as const).map((key) => (
          <DateInput
            key={key}
            label={t(`step.${key}`)}
            value={draft[key]}
            onChange={(text) => answer({ [key]: text })}
          />
        ))}
        <TextInput
          label={t('screen.consultationDays')}
          value={draft.consultationDays}
          onChange={(consultationDays) => answer({ consultationDays })}
        />
        <DateInput
          label={t('screen.assessedOn')}
          value={draft.assessedOn}
          onChange={(assessedOn) => answer({ assessedOn })}
        />
      </div>
    </section>
  );
}

/** A date as written; the usual form is offered, never put in by itself. */
function DateInput(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}) {
  const { t } = useTranslation('threshold');
  const offer = offerWareki(props.value);
  return (
    <div>
      <TextInput
        label={props.label}
        value={props.value}
        onChange={props.onChange}
        placeholder={t('screen.dateExample')}
      />
      {offer ? (
        <Button variant="link" onPress={() => props.onChange(offer)}>
          {t('screen.offer', { date: offer })}
        </Button>
      ) : null}
    </div>
  );
}
