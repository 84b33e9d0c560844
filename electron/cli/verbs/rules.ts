import { describeRules, rulesMarkdown } from '../../../shared/checks/describe';
import { markdownWords, ruleTexts } from '../../locale';
import type { Verb } from '../verb';

/** The rules of the 点検 with severity and ground: as JSON, or as a page of Markdown. */
export const rulesVerb: Verb = {
  name: 'rules',
  files: 0,
  options: ['json'],
  required: [],
  run({ json }, { print, language }) {
    const texts = ruleTexts(language);
    if (json) print(JSON.stringify({ rules: describeRules(texts) }));
    else print(rulesMarkdown(texts, markdownWords(language)).trimEnd());
  },
};
