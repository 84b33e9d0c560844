import { useTranslation } from 'react-i18next';
import { setValue, type Edit } from '../../shared/assessment/edit';
import type { FormItem, FormOption } from '../../shared/forms/types';
import { Menu } from '../components/Menu';
import { dispatchEdit, useDocument, useReadOnly } from '../state/document';
import { useForm } from '../state/outline';
import { checksOf } from './checks';

/** Wording of each slot (4情報, 5情報): as chosen in the document, else as the edition prints it. */
export function useSlots(): Readonly<Record<string, string>> {
  const form = useForm();
  const slots = useDocument((state) => state.assessment?.slots);
  return { ...form.slots, ...slots };
}

/** Changes the wording of the printed place; a tick moves along. */
export function SlotMenu(props: {
  readonly path: string;
  readonly item: FormItem;
  readonly option: FormOption;
}) {
  const { t } = useTranslation('editor');
  const readOnly = useReadOnly();
  const wordings = (props.item.options ?? []).filter((option) => option.slot === props.option.slot);
  if (readOnly || wordings.length < 2) return null;
  return (
    <Menu
      face="▾"
      look="icon"
      label={t('checks.wording')}
      entries={wordings.map((option) => ({
        kind: 'act',
        id: option.label,
        label: option.label,
        onAct: () => chooseWording(props.path, props.option, option),
      }))}
    />
  );
}

function chooseWording(path: string, from: FormOption, to: FormOption): void {
  const { assessment } = useDocument.getState();
  if (!assessment || from.label === to.label || !to.slot) return;
  const { form, edition, slots } = assessment;
  const after = { form, edition, slots: { ...slots, [to.slot]: to.label } };
  const checks = checksOf(assessment.values[path]);
  const selected = checks.selected.map((label) => (label === from.label ? to.label : label));
  const edits: Edit[] = [
    { kind: 'header', before: { form, edition, slots }, after },
    ...(checks.selected.includes(from.label) ? [setValue(assessment, path, { ...checks, selected })] : []),
  ];
  dispatchEdit({ kind: 'batch', edits });
}
