import { useTranslation } from 'react-i18next';
import type { ReviewMark } from '../../shared/assessment/document';
import { siblingPath } from '../../shared/assessment/conditions';
import { findItem } from '../../shared/forms/lookup';
import type { FormItem, FormOption } from '../../shared/forms/types';
import { optionDoubt } from '../../shared/intake/optionDoubts';
import { Badge } from '../components/Badge';
import { Option } from '../components/Option';
import { TextArea } from '../components/TextArea';
import { useDocument, useReadOnly, useValue, setItemValue } from '../state/document';
import { useForm } from '../state/outline';
import { checksOf, shownOptions, ticked, withText } from './checks';
import { CountField } from './CountField';
import { SlotMenu, useSlots } from './SlotMenu';
import type { FieldProps } from './types';

/** Boxes to tick, some with a text in brackets or a number of entries behind them. */
export function ChecksField({ path, item, labelledBy, describedBy }: FieldProps) {
  const { t } = useTranslation('editor');
  const checks = checksOf(useValue(path));
  // An imported value whose boxes are uncertain, until a person has reviewed it.
  const mark = useDocument(({ view }) => view?.review.find((one) => one.path === path && !one.settled));
  const shown = shownOptions(item, checks, useSlots());
  const foreign = checks.selected.filter((label) => !item.options?.some((option) => option.label === label));
  return (
    <div className="options" role="group" aria-labelledby={labelledBy} aria-describedby={describedBy}>
      {shown.map((option) => (
        <CheckOption
          key={option.label}
          path={path}
          item={item}
          option={option}
          labelledBy={labelledBy}
          mark={mark}
        />
      ))}
      {foreign.length > 0 ? (
        <span className="warn-text">{t('choice.foreign', { value: foreign.join('、') })}</span>
      ) : null}
    </div>
  );
}

interface CheckOptionProps {
  readonly path: string;
  readonly item: FormItem;
  readonly option: FormOption;
  readonly labelledBy: string;
  readonly mark: ReviewMark | undefined;
}

function CheckOption({ path, item, option, labelledBy, mark }: CheckOptionProps) {
  const checks = checksOf(useValue(path));
  const readOnly = useReadOnly();
  const current = () => checksOf(useDocument.getState().assessment?.values[path]);
  return (
    <span className="check-option">
      <Option
        kind="checkbox"
        chosen={checks.selected.includes(option.label)}
        disabled={readOnly}
        onChange={(on) => setItemValue(path, ticked(item, current(), option, on))}
      >
        {option.label}
      </Option>
      {mark ? <DoubtBadge path={path} label={option.label} mark={mark} /> : null}
      {option.withText ? <BracketText path={path} option={option} labelledBy={labelledBy} /> : null}
      {option.countItem ? <OptionCount path={path} option={option} /> : null}
      {option.slot ? <SlotMenu path={path} item={item} option={option} /> : null}
    </span>
  );
}

interface DoubtProps {
  readonly path: string;
  readonly label: string;
  readonly mark: ReviewMark;
}

/** What the import could not tell about this option. */
function DoubtBadge({ path, label, mark }: DoubtProps) {
  const { t } = useTranslation('intake');
  const doubt = optionDoubt(mark, checksOf(useValue(path)), label);
  return doubt ? <Badge tone={DOUBT_TONES[doubt]}>{t(`doubt.${doubt}`)}</Badge> : null;
}

const DOUBT_TONES = { unknown: 'warn', inferred: 'accent' } as const;

function BracketText({ path, option }: Omit<CheckOptionProps, 'item' | 'mark'>) {
  const { t } = useTranslation('editor');
  const text = checksOf(useValue(path)).texts[option.label] ?? '';
  const readOnly = useReadOnly();
  const current = () => checksOf(useDocument.getState().assessment?.values[path]);
  return (
    <span className="bracket-text">
      <span>（</span>
      <TextArea
        className="input-bracket"
        oneLine
        value={text}
        label={t('checks.textOf', { option: option.label })}
        readOnly={readOnly}
        onCommit={(typed) => setItemValue(path, withText(current(), option, typed))}
      />
      <span>）</span>
    </span>
  );
}

function OptionCount({ path, option }: { readonly path: string; readonly option: FormOption }) {
  const form = useForm();
  const countPath = siblingPath(path, option.countItem ?? '');
  const placed = findItem(form, option.countItem ?? '');
  const id = `count-${countPath}`;
  if (!placed) return null;
  return (
    <span id={`item-${countPath}`} data-path={countPath}>
      <span id={id} className="visually-hidden">
        {option.label}
      </span>
      <CountField path={countPath} item={placed.item} labelledBy={id} />
    </span>
  );
}
