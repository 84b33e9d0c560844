import { holds } from '../../assessment/conditions';
import { entriesOf, setValue } from '../../assessment/edit';
import { indexOf } from '../../forms/lookup';
import { blank, blankWhen, eachPlace, writtenThough } from '../kinds/answers';
import { answered, isFlagged, textBeside } from '../kinds/conditions';
import { narrow } from '../../japanese/normalise';
import type { Hit, Rule, Subject } from '../types';
import { checksAt, hasContent, listsOf, placesOf, isBlankWording, textAt, textOf } from '../view';
import { BIG } from './duty';

/** Whether a flag of Ⅲ６ is ticked in every file. */
function everyFile(subject: Subject, role: 'noReceive' | 'noSupply'): boolean {
  const places = placesOf(subject, role);
  return places.length > 0 && places.every(({ path }) => subject.assessment.values[path] === true);
}

/** Whether a file is connected on this side: its flag is not ticked, and the risk of that side is answered. */
function connected(
  subject: Subject,
  flag: 'noReceive' | 'noSupply',
  risk: 'receiveRisk' | 'supplyRisk',
): boolean {
  return placesOf(subject, risk).some(
    ({ path }) => textAt(subject, path) !== '' && !isFlagged(subject, path, flag),
  );
}

/** Ticking a flag is safe where nothing is written in the parts that it makes not apply. */
export const tickWhereEmpty: NonNullable<Rule['fix']> = (subject, { path }) => {
  const { assessment, form } = subject;
  const flagged = { ...assessment, values: { ...assessment.values, [path]: true } };
  const hidden = indexOf(form).all.filter(({ item }) => item.visible && 'item' in item.visible);
  const filled = subject.leaves.some((leaf) => {
    const around = hidden.filter(
      ({ item }) => leaf.item.id === item.id || leaf.item.id.startsWith(`${item.id}.`),
    );
    return (
      assessment.values[leaf.path] !== undefined &&
      around.some(
        ({ item }) =>
          item.visible &&
          holds(assessment, item.visible, leaf.path) !== 'no' &&
          holds(flagged, item.visible, leaf.path) === 'no',
      )
    );
  });
  return filled ? undefined : setValue(assessment, path, true);
};

const SIDES = [
  { words: /照会/u, role: 'noReceive', side: '情報照会', value: '接続しない（入手）' },
  {
    words: /提供の根拠|情報提供(?!ネットワーク)|（提供|\(提供|提供者|【提供/u,
    role: 'noSupply',
    side: '情報提供',
    value: '接続しない（提供）',
  },
] as const;

const NETWORK = '情報提供ネットワークシステム';

function unflaggedPlaces(subject: Subject): readonly Hit[] {
  return (['noReceive', 'noSupply'] as const).flatMap((role) =>
    placesOf(subject, role)
      .filter(({ path }) => subject.assessment.values[path] !== true)
      .map(({ path, item }) => ({ path, params: { flag: item.label } })),
  );
}

/** Information linkage and what other parts say about it. */
export const linkageRules: readonly Rule[] = [
  { id: 'need-nw', severity: 'error', ground: 'form', probe: blank('linkage') },
  {
    id: 'nw-basis',
    severity: 'error',
    ground: 'form',
    aliases: ['required'],
    probe: blankWhen('linkageBasis', 'blank', answered('linkage', '実施する')),
  },
  {
    id: 'nw-not-basis',
    severity: 'warning',
    ground: 'form',
    probe: writtenThough('linkageBasis', answered('linkage', '実施しない')),
  },
  {
    id: 'nw-two-sides',
    severity: 'notice',
    ground: 'practice',
    probe: eachPlace(
      'linkageBasis',
      (subject, { path, text }) => {
        if (textBeside(subject, path, 'linkage') !== '実施する' || isBlankWording(text)) return [];
        const [asks, gives] = [text.includes('照会'), /提供(?!ネットワーク)|なし/u.test(text)];
        return asks === gives || text.includes('なし')
          ? []
          : [{ params: { side: asks ? '情報提供' : '情報照会' } }];
      },
      'linkage',
    ),
  },
  {
    id: 'nw-basis-8',
    severity: 'warning',
    ground: 'law',
    probe: eachPlace(
      'linkageBasis',
      (subject, { path, text }) => {
        if (textBeside(subject, path, 'linkage') !== '実施する' || isBlankWording(text)) return [];
        const plain = narrow(text);
        return /第?(?:19|十九)条|第?(?:2|二)条の表|別表第?(?:二|2)|別紙|提供に関する命令|主務省令/u.test(
          plain,
        )
          ? []
          : [{}];
      },
      'linkage',
    ),
  },
  {
    id: 'nw-vs-iii6',
    severity: 'error',
    ground: 'form',
    forms: BIG,
    probe: {
      kind: 'items',
      reads: ['linkage', 'noReceive', 'noSupply'],
      find: (subject) => (textOf(subject, 'linkage') === '実施しない' ? unflaggedPlaces(subject) : []),
    },
    fix: tickWhereEmpty,
  },
  {
    id: 'nw-do-iii6',
    severity: 'error',
    ground: 'form',
    forms: BIG,
    probe: eachPlace(
      'linkage',
      (subject, { text }) =>
        text === '実施する' && everyFile(subject, 'noReceive') && everyFile(subject, 'noSupply') ? [{}] : [],
      'noReceive',
      'noSupply',
    ),
  },
  {
    id: 'nw-sides-iii6',
    severity: 'warning',
    ground: 'form',
    forms: BIG,
    probe: eachPlace(
      'linkageBasis',
      (subject, { path, text }) =>
        textBeside(subject, path, 'linkage') !== '実施する'
          ? []
          : SIDES.filter(
              ({ words, role, side }) =>
                words.test(text) &&
                everyFile(subject, role) &&
                !new RegExp(`${side.slice(2)}[^。\\n]{0,12}(?:なし|しない|行わない)`, 'u').test(text),
            ).map(({ side, value }) => ({ params: { side, flag: value } })),
      'linkage',
      'noReceive',
      'noSupply',
    ),
  },
  {
    id: 'nw-give-ii5',
    severity: 'warning',
    ground: 'form',
    forms: BIG,
    probe: {
      kind: 'items',
      reads: ['linkage', 'noSupply', 'provideItems', 'provides', 'provideCount', 'supplyRisk'],
      find: (subject) => {
        if (
          textOf(subject, 'linkage') !== '実施する' ||
          everyFile(subject, 'noSupply') ||
          placesOf(subject, 'noSupply').length === 0
        )
          return [];
        const entries = listsOf(subject, 'provideItems').flatMap((list) => list.entries);
        const [place] = placesOf(subject, 'provides');
        const counted = placesOf(subject, 'provideCount').some(
          ({ path }) => Number(subject.assessment.values[path] ?? 0) > 0,
        );
        const isWritten =
          entries.some((entry) => hasContent(subject, entry)) ||
          counted ||
          entriesOf(subject.assessment, 'attachments').length > 0;
        const risksAnswered = connected(subject, 'noSupply', 'supplyRisk');
        return place && !isWritten && risksAnswered && subject.assessment.values[place.path] !== undefined
          ? [{ path: place.path }]
          : [];
      },
    },
  },
  {
    id: 'nw-get-ii3',
    severity: 'warning',
    ground: 'form',
    forms: BIG,
    probe: {
      kind: 'items',
      reads: ['linkage', 'noReceive', 'means', 'receiveRisk'],
      find: (subject) => {
        const places = placesOf(subject, 'means').filter(
          ({ path }) => checksAt(subject, path).selected.length > 0,
        );
        const [first] = places;
        if (!first || textOf(subject, 'linkage') !== '実施する' || everyFile(subject, 'noReceive')) return [];
        const risksAnswered = connected(subject, 'noReceive', 'receiveRisk');
        const isSelected = places.some(({ path }) => checksAt(subject, path).selected.includes(NETWORK));
        return isSelected || !risksAnswered ? [] : [{ path: first.path }];
      },
    },
    fix: (subject, { path }) => {
      const checks = checksAt(subject, path);
      const order = (subject.leafAt.get(path)?.item.options ?? []).map(({ label }) => label);
      const all = [...checks.selected, NETWORK].sort((a, b) => order.indexOf(a) - order.indexOf(b));
      return setValue(subject.assessment, path, { ...checks, selected: all });
    },
  },
];
