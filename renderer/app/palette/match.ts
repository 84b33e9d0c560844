import { foldWidth } from '../../../shared/japanese/normalise';

/** The words that a query names and a target must contain, folded for comparing. */
interface Searchable {
  readonly title: string;
  readonly context: string;
}

/**
 * The targets that contain every word of the query, in their title or their context; those whose title contains more of
 * the words first, then those whose title is shorter, else in the given order. An empty query finds nothing.
 */
export function findTargets<Target extends Searchable>(
  targets: readonly Target[],
  query: string,
): readonly Target[] {
  const words = foldWidth(query).toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return targets
    .flatMap((target) => {
      const title = fold(target.title);
      const all = `${fold(target.context)} ${title}`;
      if (!words.every((word) => all.includes(word))) return [];
      return [{ target, inTitle: words.filter((word) => title.includes(word)).length, length: title.length }];
    })
    .sort((one, other) => other.inTitle - one.inTitle || one.length - other.length)
    .map(({ target }) => target);
}

function fold(text: string): string {
  return foldWidth(text).toLowerCase();
}
