import { dayOfDate, type Day } from '../../../shared/japanese/days';
import { parseDate } from '../../../shared/japanese/wareki';
import { atLeast, DUTIES, dutyOf, type Duty } from '../../../shared/threshold/threshold';
import { thresholdJson, thresholdLines, type ThresholdRequest } from '../thresholdReport';
import { WrongUsage, type Verb, type VerbInput } from '../verb';

/** しきい値判断 from three facts, and what the procedure then asks, with dates counted from the planned days. */
export const thresholdVerb: Verb = {
  name: 'threshold',
  files: 0,
  options: ['people', 'handlers', 'incident', 'perform', 'consult', 'publish', 'build', 'json'],
  required: ['people', 'handlers', 'incident'],
  run({ text, json }, { print, report, language }) {
    const request = requestIn(text);
    if (json) {
      print(JSON.stringify(thresholdJson(request, language)));
      return;
    }
    report(`duty.${dutyOf(request.facts)}`);
    for (const line of thresholdLines(request, language)) print(line);
  },
};

function requestIn(text: VerbInput['text']): ThresholdRequest {
  const facts = {
    people: numberIn(text('people')),
    handlers: numberIn(text('handlers')),
    incident: answerIn(text('incident')),
  };
  const performed = performedIn(text('perform'), dutyOf(facts));
  const days = {
    consultationStart: dayIn(text('consult')),
    publication: dayIn(text('publish')),
    building: dayIn(text('build')),
  };
  const plan = Object.fromEntries(Object.entries(days).filter(([, day]) => day !== undefined));
  return { facts, plan, ...(performed === undefined ? {} : { performed }) };
}

function numberIn(text = ''): number {
  if (!/^\d{1,12}$/.test(text)) throw new WrongUsage();
  return Number(text);
}

function answerIn(text: string | undefined): boolean {
  if (text !== 'yes' && text !== 'no') throw new WrongUsage();
  return text === 'yes';
}

/** An assessment that is less than the duty is refused. */
function performedIn(text: string | undefined, duty: Duty): Duty | undefined {
  if (text === undefined) return undefined;
  const performed = DUTIES.find((one) => one === text);
  if (performed === undefined || atLeast(duty, performed) !== performed) throw new WrongUsage();
  return performed;
}

/** Years in which the program knows the 規則 and the holidays. */
const [FIRST_YEAR, LAST_YEAR] = [2014, 2099];

/** 2027-03-31 or as offices write it. */
function dayIn(text: string | undefined): Day | undefined {
  if (text === undefined) return undefined;
  const date = parseDate(text);
  if (!date || date.year < FIRST_YEAR || date.year > LAST_YEAR) throw new WrongUsage();
  const day = dayOfDate(date);
  if (day === undefined) throw new WrongUsage();
  return day;
}
