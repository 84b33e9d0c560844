import type { Recognition } from '../../../../shared/intake/result';

/** What a golden file keeps of a recognition: all that a person sees, without the places. */
export function goldenOf({ form, edition, formUncertain, items, leftover }: Recognition): unknown {
  return {
    form,
    edition,
    formUncertain: formUncertain?.code,
    leftover: leftover.map(({ text }) => text),
    missing: items.filter(({ status }) => status === 'missing').map(({ path }) => path),
    items: items
      .filter(({ status }) => status !== 'missing')
      .map(({ path, status, reason, value, candidates }) => ({
        path,
        status,
        reason: reason?.code,
        value,
        candidates,
      })),
  };
}
