import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { Kbd } from '../../components/Kbd';
import { hideHelp } from '../../state/help';
import { keyGroups, type KeyGroup } from './keys';

/** Every key of the program on one sheet. */
export function ShortcutsDialog() {
  const { t } = useTranslation('help');
  const close = <Button onPress={hideHelp}>{t('close')}</Button>;
  return (
    <Dialog title={t('keys.title')} actions={close} onClose={hideHelp} wide>
      <div className="key-groups">
        {keyGroups.map((group) => (
          <Group key={group.where} group={group} />
        ))}
      </div>
    </Dialog>
  );
}

function Group({ group }: { readonly group: KeyGroup }) {
  const { t } = useTranslation('help');
  return (
    <section className="key-group">
      <h3 className="field-label">{t(`keys.where.${group.where}`)}</h3>
      <dl>
        {group.keys.map(([keys, does]) => (
          <div key={keys}>
            <dt>
              <Kbd keys={keys} />
            </dt>
            <dd>{t(`keys.does.${does}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
