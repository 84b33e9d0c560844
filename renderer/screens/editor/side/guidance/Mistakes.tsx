import i18next from 'i18next';
import { useLabel } from '../../../../state/labels';

/** What the 点検 often finds in the item, in the words of its findings. */
export function Mistakes({ path, rules }: { readonly path: string; readonly rules: readonly string[] }) {
  const { short } = useLabel(path);
  return (
    <ul className="guidance-list">
      {rules.map((rule) => (
        <li key={rule}>{mistakeText(rule, short)}</li>
      ))}
    </ul>
  );
}

/** The sentence of a rule with the name of the item; what only a finding can fill in reads as ○○. */
export function mistakeText(rule: string, item: string): string {
  const raw = i18next.t(`checks:rules.${rule}` as 'checks:rules.need-number', { skipInterpolation: true });
  return raw.replace(/\{\{(\w+)\}\}/gu, (_, name: string) =>
    name === 'item' || name === 'question' ? item : '○○',
  );
}
