import { applies, holds } from '../../assessment/conditions';
import type { Condition } from '../../forms/types';
import type { Finding, Rule } from '../types';

/**
 * An item is blank although the answer it depends on asks for it (「再委託する」 → 許諾方法).
 * Source: the conditions of the form data.
 */
export const requiredItems: Rule = {
  id: 'required',
  find: ({ form, assessment, leaves }) =>
    leaves.flatMap(({ path, item }): readonly Finding[] => {
      const { required } = item;
      if (!required || assessment.values[path] !== undefined) return [];
      if (holds(assessment, required, path) !== 'yes' || applies(form, assessment, path).holds === 'no')
        return [];
      return [
        {
          rule: 'required',
          severity: 'error',
          path,
          params: { answer: answerOf(required), item: item.label },
        },
      ];
    }),
};

function answerOf(condition: Condition): string {
  if ('is' in condition) return String(condition.is);
  return 'includes' in condition ? condition.includes : '';
}
