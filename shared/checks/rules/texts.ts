import { spotsIn, type TextSpot } from '../../assessment/search';
import { placeholderIn } from '../placeholders';
import { staleWordings, type StaleWording } from '../staleWording';
import type { Finding, Rule, Subject } from '../types';

/** ●●, 〇〇, （略） … left in the text. In 変更箇所 （略） is a convention, so that table is left out. */
export const unfinishedTexts: Rule = {
  id: 'placeholder',
  find: (subject) =>
    texts(subject, false).flatMap(({ path, text }): readonly Finding[] => {
      const found = placeholderIn(text);
      return found ? [{ rule: 'placeholder', severity: 'warning', path, params: { found } }] : [];
    }),
};

/** Wording that a change of law made old; 変更箇所 tells history and is left out. */
export const stalePassages: Rule = {
  id: 'stale',
  find: (subject) =>
    texts(subject, false).flatMap(({ path, text }) =>
      staleWordings
        .filter((wording) => wording.since <= subject.today)
        .flatMap((wording) => stale(path, text, wording)),
    ),
};

/** 外字 (U+E000–F8FF and the supplementary planes for private use) are lost or changed on other PCs. */
export const privateUseCharacters: Rule = {
  id: 'privateUse',
  find: (subject) =>
    texts(subject, true).flatMap(({ path, text }): readonly Finding[] => {
      const found = /\p{Co}/u.exec(text)?.[0];
      if (!found) return [];
      const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase();
      return [{ rule: 'privateUse', severity: 'error', path, params: { code: `U+${code}` } }];
    }),
};

function stale(path: string, text: string, wording: StaleWording): readonly Finding[] {
  for (const sentence of text.split(/[。\n]/)) {
    const found = wording.pattern.exec(sentence)?.[0];
    if (found && !wording.unless?.test(sentence)) {
      return [
        {
          rule: 'stale',
          severity: 'warning',
          path,
          params: { found: found.trim(), instead: wording.instead },
        },
      ];
    }
  }
  return [];
}

function texts({ assessment, leaves }: Subject, withTables: boolean): readonly TextSpot[] {
  return leaves
    .filter((leaf) => !leaf.item.fixed && (withTables || !leaf.path.includes('.rows[')))
    .flatMap((leaf) => spotsIn(leaf.path, assessment.values[leaf.path]));
}
