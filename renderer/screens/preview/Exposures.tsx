import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Callout } from '../../components/Callout';
import { removeAddedComments } from '../../state/comments';
import { useReadOnly } from '../../state/document';
import type { Comment } from '../../../shared/assessment/document';
import type { Exposure } from '../../../shared/publish/variants/exposures';
import { ExposureList, withKey } from '../../components/publish/ExposureList';
import { loadPreview } from './state';

/** What a public copy would still show, before it is written. */
export function Exposures(props: {
  readonly exposures: readonly Exposure[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}) {
  const { t } = useTranslation('preview');
  const { exposures, chosen, onChoose } = props;
  const readOnly = useReadOnly();
  const count = exposures.length;
  return (
    <div className="stack">
      <p>{t('exposures.help', { count })}</p>
      <ExposureList
        exposures={exposures}
        chosen={chosen}
        {...(readOnly ? {} : { onChange: (key, on) => onChoose(withKey(chosen, key, on)) })}
      />
      <p className="muted small">{t(readOnly ? 'exposures.readOnly' : 'exposures.marking')}</p>
    </div>
  );
}

/** Nothing is marked or handed out without one of these answers. */
export function ExposureActions(props: {
  readonly count: number;
  readonly onBack: () => void;
  readonly onAsItIs: () => void;
  readonly onWithhold: () => void;
}) {
  const { t } = useTranslation('preview');
  const { count, onBack, onAsItIs, onWithhold } = props;
  const readOnly = useReadOnly();
  return (
    <>
      <Button onPress={onBack}>{t('exposures.back')}</Button>
      <Button onPress={onAsItIs}>{t('exposures.asItIs')}</Button>
      {readOnly ? null : (
        <Button variant="primary" autoFocus disabled={count === 0} onPress={onWithhold}>
          {t('exposures.withhold', { count })}
        </Button>
      )}
    </>
  );
}

/** The marks that were added before writing, which one step takes back. */
export function Marked({
  marks,
  onTakenBack,
}: {
  readonly marks: readonly Comment[];
  readonly onTakenBack: () => void;
}) {
  const { t } = useTranslation(['preview', 'common']);
  if (marks.length === 0) return null;
  const takeBack = () => {
    void removeAddedComments(marks).then(loadPreview);
    onTakenBack();
  };
  return (
    <Callout tone="good" role="status">
      {t('exposures.marked', { count: marks.length })}{' '}
      <Button variant="link" onPress={takeBack}>
        {t('common:undo')}
      </Button>
    </Callout>
  );
}
