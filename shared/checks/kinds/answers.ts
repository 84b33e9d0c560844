import { siblingPath } from '../../assessment/conditions';
import { setValue } from '../../assessment/edit';
import { itemLabel } from '../../forms/label';
import type { FormItem } from '../../forms/types';
import type { Role } from '../../forms/roleNames';
import type { Hit, Probe, Rule, Subject, Value } from '../types';
import {
  hasContent,
  isBlank,
  isBlankValue,
  listsOf,
  placesOf,
  isBlankWording,
  sectionKeyOf,
  textAt,
  valueAt,
} from '../view';
import { idWithRole } from '../../forms/roles';
import type { Test } from './conditions';

/** The words that name an item in a sentence. */
export function nameOf(item: FormItem): string {
  return itemLabel(item);
}

/** An item that every document answers is blank. Asked once its section is begun. */
export function blank(...roles: readonly Role[]): Probe {
  return {
    kind: 'items',
    reads: roles,
    find: (subject) =>
      roles.flatMap((role) =>
        placesOf(subject, role)
          .filter(({ path }) => subject.begun.has(sectionKeyOf(path)))
          .filter(({ path }) => isBlankValue(valueAt(subject, path)))
          .map(({ path, item }): Hit => ({ path, params: { item: nameOf(item) } })),
      ),
  };
}

/** An item of an entry is blank although the entry is written. */
export function blankInEntry(list: Role, ...roles: readonly Role[]): Probe {
  return {
    kind: 'items',
    reads: [list],
    find: (subject) =>
      listsOf(subject, list).flatMap(({ entries }) =>
        entries
          .filter((entry) => hasContent(subject, entry))
          .flatMap(({ key, ordinal }) =>
            roles.flatMap((role) => {
              const id = idWithRole(subject.form, role);
              const leaf = id === undefined ? undefined : subject.leafAt.get(siblingPath(`${key}.`, id));
              if (!leaf || !isBlankValue(valueAt(subject, leaf.path))) return [];
              return [{ path: leaf.path, params: { n: ordinal, item: nameOf(leaf.item) } }];
            }),
          ),
      ),
  };
}

/** An item is blank although other answers ask for it; `nothing` counts a dash as blank too. */
export function blankWhen(role: Role, nothing: 'blank' | 'nothing', ...all: readonly Test[]): Probe {
  const lacks = nothing === 'blank' ? isBlank : isBlankWording;
  return whereAll(role, all, (subject, path) => {
    const value = valueAt(subject, path);
    return value === undefined || (typeof value === 'string' ? lacks(value) : isBlankValue(value));
  });
}

/** Something is written although other answers leave nothing to write. */
export function writtenThough(role: Role, ...all: readonly Test[]): Probe {
  return whereAll(role, all, (subject, path) => {
    const value = valueAt(subject, path);
    return typeof value === 'string' ? !isBlankWording(value) : !isBlankValue(value);
  });
}

function whereAll(role: Role, all: readonly Test[], own: (subject: Subject, path: string) => boolean): Probe {
  return {
    kind: 'items',
    reads: [role, ...all.flatMap(({ reads }) => reads)],
    find: (subject) =>
      placesOf(subject, role)
        .filter(({ path }) => own(subject, path) && all.every((test) => test.holds(subject, path)))
        .map(({ path, item }): Hit => ({
          path,
          params: { item: nameOf(item), value: String(shownValue(valueAt(subject, path))) },
        })),
  };
}

function shownValue(value: Value | undefined): string | number {
  return typeof value === 'string' || typeof value === 'number' ? value : '';
}

/** A fix that sets the item of the finding to a fixed answer. */
export function setTo(value: Value | undefined): NonNullable<Rule['fix']> {
  return ({ assessment }, { path }) => setValue(assessment, path, value);
}

/** A probe over the places of one role. */
export function eachPlace(
  role: Role,
  find: (
    subject: Subject,
    place: { readonly path: string; readonly text: string; readonly item: FormItem },
  ) => readonly Omit<Hit, 'path'>[] | undefined,
  ...reads: readonly Role[]
): Probe {
  return {
    kind: 'items',
    reads: [role, ...reads],
    find: (subject) =>
      placesOf(subject, role).flatMap(({ path, item }) =>
        (find(subject, { path, text: textAt(subject, path), item }) ?? []).map((hit): Hit => ({
          path,
          ...hit,
        })),
      ),
  };
}
