import { setValue } from '../../assessment/edit';
import type { Hit, Rule } from '../types';
import { checksAt, isBlank, isBlankWording } from '../view';
import { BIG } from './duty';

/** Options with brackets whose text and tick are judged together. */
function optionTexts(judge: (option: string, text: string, isSelected: boolean) => boolean): Rule['probe'] {
  return {
    kind: 'items',
    reads: ['*'],
    find: (subject) =>
      subject.leaves.flatMap(({ path, item }) => {
        if (item.type !== 'checks') return [];
        const { selected: all, texts } = checksAt(subject, path);
        return (item.options ?? [])
          .filter(({ withText, label }) => withText && judge(label, texts[label] ?? '', all.includes(label)))
          .map(({ label }): Hit => ({ path, params: { option: label } }));
      }),
  };
}

/** Options with brackets, and options that exclude others. */
export const optionsRules: readonly Rule[] = [
  {
    id: 'other-checked-no-text',
    severity: 'error',
    ground: 'form',
    probe: optionTexts((option, text, isSelected) => option === 'その他' && isSelected && isBlank(text)),
  },
  {
    id: 'other-text-no-check',
    severity: 'error',
    ground: 'form',
    aliases: ['textWithoutTick'],
    probe: optionTexts((_, text, isSelected) => !isSelected && !isBlankWording(text)),
    fix: (subject, { path, params }) => {
      const checks = checksAt(subject, path);
      const option = String(params.option);
      const exclusive = subject.leafAt
        .get(path)
        ?.item.options?.some((one) => one.exclusive && checks.selected.includes(one.label));
      if (exclusive) return undefined;
      return setValue(subject.assessment, path, { ...checks, selected: [...checks.selected, option] });
    },
  },
  {
    id: 'exclusive-option',
    severity: 'error',
    ground: 'form',
    forms: BIG,
    aliases: ['exclusive'],
    probe: {
      kind: 'items',
      reads: ['*'],
      find: (subject) =>
        subject.leaves.flatMap(({ path, item }) => {
          if (item.type !== 'checks') return [];
          const { selected: all } = checksAt(subject, path);
          const exclusive = item.options?.find(({ exclusive: alone, label }) => alone && all.includes(label));
          return exclusive && all.length > 1 ? [{ path, params: { option: exclusive.label } }] : [];
        }),
    },
  },
];
