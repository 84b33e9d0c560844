import { dutyOf, formsOf } from '../../../shared/threshold/threshold';
import { WrongUsage, type Verb } from '../verb';

/** しきい値判断 from three facts. */
export const thresholdVerb: Verb = {
  name: 'threshold',
  files: 0,
  options: ['people', 'handlers', 'incident', 'json'],
  required: ['people', 'handlers', 'incident'],
  run({ text, json }, { print, say }) {
    const facts = {
      people: numberIn(text('people')),
      handlers: numberIn(text('handlers')),
      incident: answerIn(text('incident')),
    };
    const duty = dutyOf(facts);
    if (json) print(JSON.stringify({ ...facts, duty, forms: formsOf[duty] }));
    else say(`duty.${duty}`);
  },
};

function numberIn(text = ''): number {
  if (!/^\d{1,12}$/.test(text)) throw new WrongUsage();
  return Number(text);
}

function answerIn(text: string | undefined): boolean {
  if (text !== 'yes' && text !== 'no') throw new WrongUsage();
  return text === 'yes';
}
