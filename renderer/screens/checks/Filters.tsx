import { useTranslation } from 'react-i18next';
import { ATTACHMENTS } from '../../../shared/assessment/path';
import type { JudgedFinding } from '../../../shared/checks/judged';
import type { Severity } from '../../../shared/checks/types';
import { sectionKeyOf } from '../../../shared/checks/view';
import { Badge, type Tone } from '../../components/Badge';
import { TextInput } from '../../components/TextInput';
import { useChecks } from '../../state/checks';
import { fits, look, useChecksView, type Filter } from './state';
import { PairLine } from './PairLine';
import { useSectionName } from './sections';

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'notice'];
export const TONES: Readonly<Record<Severity, Tone>> = { error: 'error', warning: 'warn', notice: 'accent' };

/** Which findings are listed: by severity, by section, by words. */
export function Filters({ judged }: { readonly judged: readonly JudgedFinding[] }) {
  const { t } = useTranslation('checking');
  const notChecked = useChecks((state) => state.report?.notChecked.length ?? 0);
  const query = useChecksView((state) => state.query);
  const count = (filter: Filter) => judged.filter((one) => fits(one, filter)).length;
  return (
    <div className="side-list">
      <div className="side-search">
        <TextInput
          label={t('filter.search')}
          hideLabel
          placeholder={t('filter.search')}
          value={query}
          onChange={(words) => look({ query: words })}
        />
      </div>
      <FilterLink id="all" count={count('all')} tone="plain" />
      {SEVERITIES.map((severity) => (
        <FilterLink key={severity} id={severity} count={count(severity)} tone={TONES[severity]} />
      ))}
      <FilterLink id="accepted" count={count('accepted')} tone="good" />
      <FilterLink id="notChecked" count={notChecked} tone="plain" />
      <Sections judged={judged} />
      <PairLine />
    </div>
  );
}

function FilterLink({
  id,
  count,
  tone,
}: {
  readonly id: Filter;
  readonly count: number;
  readonly tone: Tone;
}) {
  const { t } = useTranslation('checking');
  const { filter, section } = useChecksView();
  return (
    <button
      type="button"
      className="side-link"
      aria-current={filter === id && section === undefined}
      onClick={() => look({ filter: id, section: undefined })}
    >
      <span className="grow">{t(`filter.${id}`)}</span>
      <Badge round tone={count > 0 ? tone : 'plain'}>
        {count}
      </Badge>
    </button>
  );
}

/** The sections that something open was found in, with the counts of errors and of the rest. */
function Sections({ judged }: { readonly judged: readonly JudgedFinding[] }) {
  const { t } = useTranslation('checking');
  const { section } = useChecksView();
  const nameOf = useSectionName();
  const open = judged.filter(({ acceptance }) => !acceptance);
  const keys = [...new Set(open.map(({ finding }) => sectionKeyOf(finding.path)))];
  if (keys.length === 0) return null;
  return (
    <div className="side-section">
      <p className="side-heading">{t('filter.sections')}</p>
      {keys.map((key) => {
        const own = open.filter(({ finding }) => sectionKeyOf(finding.path) === key);
        const errors = own.filter(({ finding }) => finding.severity === 'error').length;
        return (
          <button
            key={key}
            type="button"
            className="side-link"
            aria-current={section === key}
            onClick={() => look({ filter: 'all', section: key })}
          >
            <span className="grow">
              {key.startsWith(ATTACHMENTS) ? t('filter.attachments') : nameOf(key)}
            </span>
            {errors > 0 ? (
              <Badge round tone="error" label={t('filter.error')}>
                {errors}
              </Badge>
            ) : null}
            <Badge round>{own.length}</Badge>
          </button>
        );
      })}
    </div>
  );
}
