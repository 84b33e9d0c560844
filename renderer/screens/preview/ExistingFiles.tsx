import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';

/** The files that are there already. */
export function ExistingFiles({ names }: { readonly names: readonly string[] }) {
  const { t } = useTranslation('preview');
  return (
    <>
      <p>{t('present', { count: names.length })}</p>
      <ul className="preview-present">
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </>
  );
}

/** Where the button that began stood, there is now one that loses nothing: it may have been pressed twice. */
export function ExistingFilesActions(props: {
  readonly count: number;
  /** Nothing would be left to write. */
  readonly all: boolean;
  readonly onBack: () => void;
  readonly onWrite: (overwrite: boolean) => void;
}) {
  const { t } = useTranslation('preview');
  const { all, onBack } = props;
  return (
    <>
      {all ? null : <Button onPress={onBack}>{t('rename')}</Button>}
      <Button variant="danger" onPress={() => props.onWrite(true)}>
        {t('overwrite', { count: props.count })}
      </Button>
      <Button variant="primary" autoFocus onPress={() => (all ? onBack() : props.onWrite(false))}>
        {t(all ? 'rename' : 'keepPresent')}
      </Button>
    </>
  );
}
