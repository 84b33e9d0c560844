import { indexOf } from '../forms/lookup';
import type { Form, FormItem } from '../forms/types';

/** The answer to 「リスクへの対策は十分か」, with what the form asks for beside it. */
export interface RiskQuestion {
  readonly answer: FormItem;
  /** 措置の内容 and other texts of the same risk. */
  readonly measures: readonly FormItem[];
  /** Headings of the part and the risk: 特定個人情報の使用, リスク２. */
  readonly headings: readonly FormItem[];
}

/** 「行っている」 and the text that says how. */
export interface HowQuestion {
  readonly answer: FormItem;
  readonly how: FormItem;
}

const known = new WeakMap<
  Form,
  { readonly risks: readonly RiskQuestion[]; readonly hows: readonly HowQuestion[] }
>();

/** The risks of a form, from its data: a group with a choice that grades the measures beside it. */
export function risksOf(form: Form): readonly RiskQuestion[] {
  return questionsOf(form).risks;
}

export function howsOf(form: Form): readonly HowQuestion[] {
  return questionsOf(form).hows;
}

function questionsOf(form: Form) {
  const found = known.get(form) ?? { risks: risks(form), hows: hows(form) };
  known.set(form, found);
  return found;
}

const GRADES = '課題が残されている';

function risks(form: Form): readonly RiskQuestion[] {
  return indexOf(form).all.flatMap(({ item, parents }) => {
    const group = parents.at(-1);
    const grades = item.type === 'choice' && item.options?.some(({ label }) => label === GRADES);
    if (!grades || !group) return [];
    return [{ answer: item, measures: textsIn(group).filter(({ id }) => id !== item.id), headings: parents }];
  });
}

function textsIn(item: FormItem): readonly FormItem[] {
  return (item.children ?? []).flatMap((child) => [
    ...(child.type === 'longtext' || child.type === 'text' ? [child] : []),
    ...textsIn(child),
  ]);
}

function hows(form: Form): readonly HowQuestion[] {
  return indexOf(form).all.flatMap(({ item }) => {
    if (item.type !== 'choice') return [];
    return (item.children ?? [])
      .filter(({ type }) => type === 'longtext' || type === 'text')
      .map((how) => ({ answer: item, how }));
  });
}

/** Answers that a text must bear out, and answers that leave nothing to tell. */
export const POSITIVE =
  /^(?:特に力を入れて(?:行っている|遵守している|整備している|周知している)|十分に(?:行っている|遵守している|整備している|周知している)|行っている|定めている|記録を残している|制限している)$/u;
export const NEGATIVE = /^(?:行っていない|定めていない|記録を残していない|制限していない)$/u;
