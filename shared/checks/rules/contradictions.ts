import { holds } from '../../assessment/conditions';
import type { Checks, Value } from '../../assessment/types';
import { findItem, indexOf } from '../../forms/lookup';
import type { Condition, FormItem } from '../../forms/types';
import type { Finding, Rule, Subject } from '../types';

/** 「行っていない」 is ticked together with another option. */
export const exclusiveOptions: Rule = {
  id: 'exclusive',
  find: ({ assessment, leaves }) =>
    leaves.flatMap(({ path, item }): readonly Finding[] => {
      const selected = checksOf(assessment.values[path])?.selected ?? [];
      const exclusive = item.options?.find((option) => option.exclusive && selected.includes(option.label));
      if (!exclusive || selected.length < 2) return [];
      return [{ rule: 'exclusive', severity: 'error', path, params: { option: exclusive.label } }];
    }),
};

/**
 * An item is answered although the item it depends on says that it does not apply (接続しない（入手） and yet a risk
 * is answered): one finding for each part that does not apply.
 */
export const answeredThoughNot: Rule = {
  id: 'answeredThoughNot',
  find: (subject) => firstOfEach(subject.leaves.flatMap((leaf) => answered(subject, leaf.path, leaf.item))),
};

interface Answered extends Finding {
  readonly part: string;
}

function answered(subject: Subject, path: string, item: FormItem): readonly Answered[] {
  const { form, assessment } = subject;
  if (assessment.values[path] === undefined || item.fixed) return [];
  const around = [...(findItem(form, item.id)?.parents ?? []), item];
  const part = around.find(({ visible }) => visible && holds(assessment, visible, path) === 'no');
  if (!part?.visible) return [];
  const params = { part: part.labels?.[0] ?? part.label, answer: answerLabel(subject, part.visible) };
  const key = path.slice(0, path.lastIndexOf(']') + 1) + part.id;
  return [{ rule: 'answeredThoughNot', severity: 'warning', path, params, part: key }];
}

/** One finding a part is enough: it stands at the first item that is answered. */
function firstOfEach(found: readonly Answered[]): readonly Finding[] {
  const parts = new Set<string>();
  return found.flatMap(({ part, ...finding }) => {
    if (parts.has(part)) return [];
    parts.add(part);
    return [finding];
  });
}

/** The words of the answer that makes a part not apply. */
function answerLabel({ form }: Subject, condition: Condition): string {
  if ('note' in condition) return condition.note;
  const item = indexOf(form).byId.get(condition.item)?.item;
  return item?.label ?? condition.item;
}

/** The brackets of an option hold a text, but the option is not ticked. */
export const textWithoutTick: Rule = {
  id: 'textWithoutTick',
  find: ({ assessment, leaves }) =>
    leaves.flatMap(({ path }) => {
      const checks = checksOf(assessment.values[path]);
      const loose = Object.keys(checks?.texts ?? {}).filter((label) => !checks?.selected.includes(label));
      return loose.map((option): Finding => ({
        rule: 'textWithoutTick',
        severity: 'warning',
        path,
        params: { option },
      }));
    }),
};

/** 「発生なし」 is chosen while the text below describes an accident. */
export const detailWithoutAccident: Rule = {
  id: 'accident',
  find: ({ form, assessment, leaves }) =>
    leaves.flatMap(({ path, item }): readonly Finding[] => {
      if (assessment.values[path] === undefined || !item.required || !('is' in item.required)) return [];
      if (item.required.is !== '発生あり' || holds(assessment, item.required, path) !== 'no') return [];
      const text = assessment.values[path];
      if (typeof text === 'string' && /^[\s　]*(?:[-－ー―—]|なし|該当なし)?[。\s　]*$/.test(text)) return [];
      const answer = findItem(form, item.required.item)?.item.label ?? '';
      return [{ rule: 'accident', severity: 'warning', path, params: { item: item.label, answer } }];
    }),
};

function checksOf(value: Value | undefined): Checks | undefined {
  return typeof value === 'object' && 'selected' in value ? value : undefined;
}
