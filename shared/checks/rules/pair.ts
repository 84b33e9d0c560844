import type { Rule, Hit, Need, Probe, Severity, Subject, View } from '../types';
import { setValue } from '../../assessment/edit';
import { normaliseForComparison, narrow } from '../../japanese/normalise';
import { fileNamesOf, listedNames, plainFileName } from '../fileNames';
import { classOf } from '../kinds/classes';
import { datesIn, dayOf } from '../kinds/dates';
import type { Role } from '../../forms/roleNames';
import { shortened } from '../textTools';
import { checksAt, isBlank, pathOf, placesOf, textAt, textOf, valueAt } from '../view';
import { citedItems } from './basis';
import { timingOf } from '../../forms/changeTable';

/** 様式２ and the 様式３・４ of one duty, whichever of them is looked at. */
interface Pair {
  readonly basic: View;
  readonly detailed: View;
  /** The form name of the other one. */
  readonly other: View;
}

function pairOf(subject: Subject): Pair | undefined {
  const { partner } = subject;
  if (!partner || (partner.form.id === 'form2') === (subject.form.id === 'form2')) return undefined;
  return subject.form.id === 'form2'
    ? { basic: subject, detailed: partner, other: partner }
    : { basic: partner, detailed: subject, other: partner };
}

const NEEDS_PARTNER: readonly Need[] = ['partner'];

/** A rule about the pair: the finding is placed at a role of the document that is looked at. */
function pairProbe(roles: readonly Role[], find: (pair: Pair, subject: Subject) => readonly Hit[]): Probe {
  return {
    kind: 'items',
    reads: roles,
    find: (subject) => {
      const pair = pairOf(subject);
      return pair ? find(pair, subject) : [];
    },
  };
}

export function at(subject: Subject, role: Role, hit: Omit<Hit, 'path'>): readonly Hit[] {
  const path = pathOf(subject, role);
  return path === undefined ? [] : [{ path, ...hit }];
}

/** The same question in both forms, answered differently. */
function sameText(role: Role): Probe {
  return pairProbe([role], ({ other }, subject) => {
    const [own, theirs] = [textOf(subject, role), textOf(other, role)];
    if (isBlank(own) || isBlank(theirs) || normaliseForComparison(own) === normaliseForComparison(theirs))
      return [];
    return at(subject, role, {
      params: { own: shortened(own), other: shortened(theirs), form: other.form.name },
    });
  });
}

/** Articles and table items that a basis cites, as comparable words. */
function citations(text: string): ReadonlySet<string> {
  const plain = narrow(text).replace(/[\s　]/g, '');
  const articles = [
    ...plain.matchAll(/第?([0-9]{1,3})条(?:の([0-9]{1,2}))?(?:第([0-9]{1,2})項)?(?:第([0-9]{1,2})号)?/gu),
  ];
  const table = citedItems(text).map(({ number }) => `別表${number}`);
  return new Set([...articles.map(([, ...numbers]) => numbers.join('-')), ...table]);
}

function citationsDiffer(role: 'basis' | 'linkageBasis'): Probe {
  return pairProbe([role], ({ other }, subject) => {
    const [own, theirs] = [citations(textOf(subject, role)), citations(textOf(other, role))];
    const onlyOwn = [...own].filter((one) => !theirs.has(one));
    const onlyTheirs = [...theirs].filter((one) => !own.has(one));
    if (own.size === 0 || theirs.size === 0 || onlyOwn.length + onlyTheirs.length === 0) return [];
    return at(subject, role, { params: { form: other.form.name } });
  });
}

function nameSet(view: View): readonly string[] {
  const listed = listedNames(view).names;
  return (listed.length > 0 ? listed : fileNamesOf(view)).map(plainFileName);
}

/** The largest lower bound of handlers that a document owns to: its own staff and those of its contractors. */
function leastHandlers(view: View): { readonly users: number; readonly all: number } {
  const users = Math.max(
    0,
    ...placesOf(view, 'users').map(({ path }) => classOf(textAt(view, path))?.from ?? 0),
  );
  const vendors = placesOf(view, 'vendorHandlers').map(({ path }) => classOf(textAt(view, path))?.from ?? 0);
  return { users, all: users + vendors.reduce((sum, one) => sum + one, 0) };
}

const MANY = 500;

function handlersHit(
  subject: Subject,
  { basic, detailed }: Pair,
  count: (least: { users: number; all: number }) => boolean,
): readonly Hit[] {
  if (textOf(basic, 'handlers') !== '500人未満' || !count(leastHandlers(detailed))) return [];
  return at(subject, subject === basic ? 'handlers' : 'users', {});
}

const FLAGS = ['noOutsourcing', 'noProvision', 'noReceive', 'noSupply'] as const;

function flagOf(view: View, role: Role): boolean | undefined {
  const places = placesOf(view, role);
  if (places.length === 0) return undefined;
  return places.every(({ path }) => valueAt(view, path) === true);
}

/** Which results of 様式２ an answer of Ⅴ１②・Ⅵ１② means. */
function plainResult(label: string): string {
  return label.replace(/（任意に.*$/u, '');
}

/** 様式２ beside 様式３・４ of the same duty. */
export const pairRules: readonly Rule[] = [
  {
    id: 'file-agree-f2',
    severity: 'error',
    ground: 'form',
    needs: NEEDS_PARTNER,
    probe: pairProbe(['fileList', 'fileName'], ({ other }, subject) => {
      const [own, theirs] = [nameSet(subject), nameSet(other)];
      if (own.length === 0 || theirs.length === 0) return [];
      const same = own.length === theirs.length && own.every((name) => theirs.includes(name));
      const separate = listedNames(subject).separate && listedNames(other).separate;
      const severity: Severity = separate ? 'error' : 'warning';
      return same
        ? []
        : at(subject, 'fileList', {
            severity,
            params: { form: other.form.name, other: shortened(textOf(other, 'fileList')) },
          });
    }),
  },
  {
    id: 'duty-agree-f2',
    severity: 'error',
    ground: 'form',
    needs: NEEDS_PARTNER,
    probe: sameText('dutyName'),
    fix: (subject, { path }) => {
      const other = subject.partner && textOf(subject.partner, 'dutyName');
      return other && subject.form.id === 'form2' ? setValue(subject.assessment, path, other) : undefined;
    },
  },
  {
    id: 'basis-agree-f2',
    severity: 'warning',
    ground: 'form',
    needs: NEEDS_PARTNER,
    probe: citationsDiffer('basis'),
  },
  {
    id: 'linkage-basis-agree-f2',
    severity: 'warning',
    ground: 'form',
    needs: NEEDS_PARTNER,
    aliases: ['basis-agree-f2-linkage'],
    probe: citationsDiffer('linkageBasis'),
  },
  {
    id: 'linkage-agree-f2',
    severity: 'warning',
    ground: 'form',
    needs: NEEDS_PARTNER,
    probe: sameText('linkage'),
  },
  {
    id: 'dept-agree-f2',
    severity: 'warning',
    ground: 'form',
    needs: NEEDS_PARTNER,
    probe: {
      kind: 'items',
      reads: ['department', 'post'],
      find: (subject) =>
        (['department', 'post'] as const).flatMap((role) => {
          const probe = sameText(role);
          return probe.kind === 'items' ? probe.find(subject) : [];
        }),
    },
  },
  {
    id: 'user-many',
    severity: 'warning',
    ground: 'rule4',
    needs: NEEDS_PARTNER,
    probe: pairProbe(['users', 'handlers'], (pair, subject) =>
      handlersHit(subject, pair, ({ users }) => users >= MANY),
    ),
  },
  {
    id: 'vendor-count-vs-threshold',
    severity: 'warning',
    ground: 'rule4',
    needs: NEEDS_PARTNER,
    probe: pairProbe(['users', 'handlers', 'vendorHandlers'], (pair, subject) =>
      handlersHit(subject, pair, ({ users, all }) => users < MANY && all >= MANY),
    ),
  },
  {
    id: 'accident-threshold',
    severity: 'warning',
    ground: 'rule4',
    needs: NEEDS_PARTNER,
    probe: pairProbe(['accident', 'accidentDetail', 'publishDate'], ({ basic, detailed }, subject) => {
      const from = (dayOf(textOf(basic, 'publishDate')) ?? subject.referenceDate) - 10_000;
      const days = datesIn(textOf(detailed, 'accidentDetail')).map(({ day }) => day);
      const recent = textOf(detailed, 'accident') === '発生あり' && days.some((day) => day >= from);
      return recent && textOf(basic, 'accident') === '発生なし' ? at(subject, 'accident', {}) : [];
    }),
  },
  {
    id: 'f2-none-agree',
    severity: 'error',
    ground: 'form',
    needs: NEEDS_PARTNER,
    probe: pairProbe(FLAGS, ({ other }, subject) =>
      FLAGS.flatMap((role) => {
        const [own, theirs] = [flagOf(subject, role), flagOf(other, role)];
        const item = placesOf(subject, role)[0]?.item;
        return own === undefined || theirs === undefined || own === theirs
          ? []
          : at(subject, role, { params: { flag: item?.label ?? '', form: other.form.name } });
      }),
    ),
  },
  {
    id: 'f2-audit-agree',
    severity: 'warning',
    ground: 'form',
    needs: NEEDS_PARTNER,
    probe: pairProbe(['audit'], ({ other }, subject) => {
      const labels = (view: View) =>
        placesOf(view, 'audit').flatMap(({ path }) => [...checksAt(view, path).selected].sort());
      const [own, theirs] = [labels(subject), labels(other)];
      return own.length > 0 && theirs.length > 0 && own.join() !== theirs.join()
        ? at(subject, 'audit', { params: { form: other.form.name, other: theirs.join('、') } })
        : [];
    }),
  },
  {
    id: 'basic-result-agree',
    severity: 'error',
    ground: 'form',
    needs: NEEDS_PARTNER,
    probe: pairProbe(['result', 'basicResult'], ({ basic, detailed }, subject) => {
      const [result, answer] = [textOf(basic, 'result'), plainResult(textOf(detailed, 'basicResult'))];
      if (result === '' || answer === '' || result === answer) return [];
      return at(subject, subject === basic ? 'result' : 'basicResult', {
        params: { own: subject === basic ? result : answer, other: subject === basic ? answer : result },
      });
    }),
    fix: (subject, { path }) => {
      const result = subject.partner && textOf(subject.partner, 'result');
      const item = subject.leafAt.get(path)?.item;
      const option = item?.options?.filter(({ label }) => result && plainResult(label) === result);
      return subject.form.id !== 'form2' && option?.length === 1
        ? setValue(subject.assessment, path, option[0]?.label)
        : undefined;
    },
  },
  {
    id: 'pair-publish',
    severity: 'warning',
    ground: 'rule5',
    needs: NEEDS_PARTNER,
    probe: pairProbe(['publishDate', 'changes'], ({ basic, detailed }, subject) => {
      const [own, other] = [dayOf(textOf(detailed, 'publishDate')), dayOf(textOf(basic, 'publishDate'))];
      const isMaterial = subject.rows.some(
        ({ cells }) =>
          timingOf(subject.form, cells.timing) === 'before' ||
          /重要な変更に(?:該当|当た)(?:する|り)/u.test(cells.reason),
      );
      return isMaterial && own !== undefined && other !== undefined && other < own
        ? at(subject, 'publishDate', { params: { basic: textOf(basic, 'publishDate').trim() } })
        : [];
    }),
  },
];
