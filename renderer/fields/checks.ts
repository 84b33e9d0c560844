import type { Checks, Value } from '../../shared/assessment/types';
import type { FormItem, FormOption } from '../../shared/forms/types';

const NONE: Checks = { selected: [], texts: {} };

export function checksOf(value: Value | undefined): Checks {
  return typeof value === 'object' && 'selected' in value ? value : NONE;
}

/**
 * The checks after an option was ticked or cleared. Selected labels stand in the order of the form; an exclusive
 * option clears the others, and they clear it. The text in the brackets stays, so that nothing typed is lost.
 */
export function ticked(item: FormItem, checks: Checks, option: FormOption, on: boolean): Checks | undefined {
  const others = checks.selected.filter(
    (label) => label !== option.label && !(on && excludes(item, option, label)),
  );
  const selected = inFormOrder(item, on ? [...others, option.label] : others);
  return undefinedIfBlank({ ...checks, selected });
}

/** The checks after the text in the brackets of an option changed. Writing a text ticks nothing by itself. */
export function withText(checks: Checks, option: FormOption, text: string): Checks | undefined {
  const { [option.label]: _old, ...rest } = checks.texts;
  return undefinedIfBlank({ ...checks, texts: text === '' ? rest : { ...rest, [option.label]: text } });
}

function excludes(item: FormItem, option: FormOption, label: string): boolean {
  const other = (item.options ?? []).find((candidate) => candidate.label === label);
  const sameSlot = option.slot !== undefined && option.slot === other?.slot;
  return option.exclusive === true || other?.exclusive === true || sameSlot;
}

function inFormOrder(item: FormItem, labels: readonly string[]): readonly string[] {
  const order = (item.options ?? []).map((option) => option.label);
  const known = order.filter((label) => labels.includes(label));
  return [...known, ...labels.filter((label) => !order.includes(label))];
}

function undefinedIfBlank(checks: Checks): Checks | undefined {
  return checks.selected.length === 0 && Object.keys(checks.texts).length === 0 ? undefined : checks;
}

/** The options that are shown: of the wordings of one slot only the selected one, else the one that `slots` names. */
export function shownOptions(
  item: FormItem,
  checks: Checks,
  slots: Readonly<Record<string, string>>,
): readonly FormOption[] {
  const options = item.options ?? [];
  return options.filter(({ slot, label }) => {
    if (slot === undefined || checks.selected.includes(label)) return true;
    const taken = options.some((other) => other.slot === slot && checks.selected.includes(other.label));
    return !taken && slots[slot] === label;
  });
}
