import { useTranslation } from 'react-i18next';
import { ATTACHMENTS } from '../../../shared/assessment/path';
import { Badge, type Tone } from '../../components/Badge';
import { Option } from '../../components/Option';
import { setViewState, useCompare, type Filter } from './state';
import { filtered, type Compared } from './useComparison';

const FILTERS: readonly (readonly [Filter, Tone])[] = [
  ['all', 'change'],
  ['marked', 'warn'],
  ['undecided', 'warn'],
  ['wording', 'change'],
  ['entry', 'change'],
  ['form', 'plain'],
  ['unrowed', 'warn'],
];

/** Which changes are shown, by kind and by part, and how. */
export function Filters({ compared }: { readonly compared: Compared }) {
  const { t } = useTranslation('compare');
  const { filter, section } = useCompare();
  const choose = filtered(compared);
  const sections = new Map(choose('all').map((view) => [view.section.key, view.section.label]));
  return (
    <div className="side-list">
      {FILTERS.map(([id, tone]) => (
        <SideLink
          key={id}
          label={t(`filter.${id}`)}
          count={choose(id).length}
          tone={tone}
          current={filter === id && section === undefined}
          onPress={() => setViewState({ tab: 'changes', filter: id, section: undefined })}
        />
      ))}
      <div className="side-section">
        <p className="side-heading">{t('filter.sections')}</p>
        {[...sections].map(([key, label]) => (
          <SideLink
            key={key}
            label={key === ATTACHMENTS ? t('filter.attachments') : label}
            count={choose('all', key).length}
            tone="change"
            current={section === key}
            onPress={() => setViewState({ tab: 'changes', filter: 'all', section: key })}
          />
        ))}
      </div>
      <ViewOptions />
    </div>
  );
}

interface SideLinkProps {
  readonly label: string;
  readonly count: number;
  readonly tone: Tone;
  readonly current: boolean;
  readonly onPress: () => void;
}

function SideLink({ label, count, tone, current, onPress }: SideLinkProps) {
  return (
    <button type="button" className="side-link" aria-current={current} onClick={onPress}>
      <span className="grow">{label}</span>
      <Badge round tone={count > 0 ? tone : 'plain'}>
        {count}
      </Badge>
    </button>
  );
}

function ViewOptions() {
  const { t } = useTranslation('compare');
  const { whole, inline } = useCompare();
  return (
    <div className="side-section side-options">
      <p className="side-heading">{t('view.label')}</p>
      <div className="stack-tight label" role="group" aria-label={t('view.label')}>
        <Option kind="radio" name="whole" chosen={!whole} onChange={() => setViewState({ whole: false })}>
          {t('view.changes')}
        </Option>
        <Option kind="radio" name="whole" chosen={whole} onChange={() => setViewState({ whole: true })}>
          {t('view.whole')}
        </Option>
        <Option kind="checkbox" chosen={inline} onChange={(chosen) => setViewState({ inline: chosen })}>
          {t('view.inline')}
        </Option>
      </div>
    </div>
  );
}
