import type { Rule, Subject } from '../types';
import { idWithRole } from '../../forms/roles';
import { placesOf, isBlankWording, textAt, textOf } from '../view';
import { BIG } from './copied';
import { generationOf } from './agencyWide';

/** The form asks for a heading in ＜＞ where the agency uses the state's cloud. */
const CLOUD = /ガバメントクラウド|標準準拠システム/u;

const CLOUD_HEADING = /[＜<]ガバメントクラウドにおける措置[＞>]/u;

function cloudPlaces(subject: Subject): readonly { readonly path: string; readonly label: string }[] {
  return (['storagePlace', 'erasure', 'physical', 'technical', 'otherMeasures'] as const).flatMap((role) =>
    placesOf(subject, role)
      .filter(({ path }) => !isBlankWording(textAt(subject, path)))
      .map(({ path, item }) => ({ path, label: item.label })),
  );
}

function usesCloud(subject: Subject): boolean {
  const texts = ['systemName', 'systemFunction', 'dutyBody'] as const;
  return texts.some((role) =>
    placesOf(subject, role).some(({ path }) => textAt(subject, path).includes('ガバメントクラウド')),
  );
}

/** The state's example wordings. */
export const stateWordingsRules: readonly Rule[] = [
  {
    id: 'state-mixed',
    severity: 'warning',
    ground: 'example',
    forms: BIG,
    probe: {
      kind: 'survey',
      collect: ({ text, zone }) => {
        const generation = zone === 'body' ? generationOf(text) : undefined;
        return generation === undefined ? undefined : { generation };
      },
      conclude: (contributions) => {
        const all = contributions.map(({ unit, value }) => ({
          unit,
          ...(value as { readonly generation: number }),
        }));
        const newest = Math.max(...all.map(({ generation }) => generation));
        return all.filter(({ generation }) => generation < newest).map(({ unit }) => ({ path: unit.path }));
      },
    },
  },
  {
    id: 'gc-missing',
    severity: 'warning',
    ground: 'example',
    forms: BIG,
    probe: {
      kind: 'items',
      reads: [
        'systemName',
        'systemFunction',
        'dutyBody',
        'storagePlace',
        'erasure',
        'physical',
        'technical',
        'otherMeasures',
      ],
      find: (subject) => {
        if (!usesCloud(subject)) return [];
        const places = cloudPlaces(subject);
        const missing = places.filter(({ path }) => !CLOUD.test(textAt(subject, path)));
        const [first] = missing;
        return first && missing.length < places.length + 1
          ? [
              {
                path: first.path,
                params: { items: [...new Set(missing.map(({ label }) => label))].join('、') },
              },
            ]
          : [];
      },
    },
  },
  {
    id: 'gc-without-system',
    severity: 'notice',
    ground: 'practice',
    forms: BIG,
    probe: {
      kind: 'items',
      reads: ['systemName', 'systemFunction', 'dutyBody', 'storagePlace'],
      find: (subject) => {
        const heading = placesOf(subject, 'storagePlace').find(({ path }) =>
          CLOUD_HEADING.test(textAt(subject, path)),
        );
        const texts = (['systemName', 'systemFunction', 'dutyBody'] as const).some((role) =>
          placesOf(subject, role).some(({ path }) => CLOUD.test(textAt(subject, path))),
        );
        return heading && !texts ? [{ path: heading.path }] : [];
      },
    },
  },
  {
    id: 'midserver-head',
    severity: 'notice',
    ground: 'example',
    forms: BIG,
    probe: {
      kind: 'items',
      reads: ['linkage', 'linkageSection'],
      find: (subject) => {
        const section = idWithRole(subject.form, 'linkageSection');
        if (section === undefined || textOf(subject, 'linkage') !== '実施する') return [];
        const leaves = subject.leaves.filter(
          ({ item }) => item.id.startsWith(`${section}.`) && item.type === 'longtext',
        );
        const written = leaves.filter(({ path }) => !isBlankWording(textAt(subject, path)));
        const [first] = written;
        return first && !written.some(({ path }) => textAt(subject, path).includes('中間サーバ'))
          ? [{ path: first.path }]
          : [];
      },
    },
  },
];
