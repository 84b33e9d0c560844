import { useTranslation } from 'react-i18next';
import { Option } from '../Option';
import type { Exposure } from '../../../shared/publish/variants/exposures';

/** What distinguishes two exposures of one document apart. */
export function exposureKey({ path, passage }: Exposure): string {
  return `${path}\n${passage}`;
}

/** Withheld words that a public copy would still show: the item, and the words with the text around them. */
export function ExposureList(props: {
  readonly exposures: readonly Exposure[];
  readonly chosen: ReadonlySet<string>;
  /** Absent: nothing can be marked. */
  readonly onChange?: (key: string, on: boolean) => void;
}) {
  const { exposures, chosen, onChange } = props;
  return (
    <ul className="exposures">
      {exposures.map((exposure) => {
        const key = exposureKey(exposure);
        return (
          <li key={key}>
            {onChange ? (
              <Option kind="checkbox" chosen={chosen.has(key)} onChange={(on) => onChange(key, on)}>
                <ExposureText exposure={exposure} />
              </Option>
            ) : (
              <ExposureText exposure={exposure} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

function ExposureText({ exposure }: { readonly exposure: Exposure }) {
  const { t } = useTranslation('preview');
  const { label, count, before, written, after } = exposure;
  return (
    <>
      <span className="muted small exposure-item">{label}</span>
      {before}
      <mark className="found">{written}</mark>
      {after}
      {count > 1 ? <span className="muted small"> {t('exposures.more', { count: count - 1 })}</span> : null}
    </>
  );
}

/** The set with a key, or without it. */
export function withKey(keys: ReadonlySet<string>, key: string, on: boolean): ReadonlySet<string> {
  const rest = [...keys].filter((one) => one !== key);
  return new Set(on ? [...rest, key] : rest);
}
