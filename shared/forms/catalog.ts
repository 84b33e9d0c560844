import { BASE_FORMS, EDITION_FILES } from './data';
import { applyEdition, editionMonth } from './edition';
import type { Edition, EditionFile, Form, FormId } from './types';

const loaded = new Map<string, Form>();

export const FORM_IDS: readonly FormId[] = BASE_FORMS.map((form) => form.id).sort();

/** The form in one edition (the current one where none is named). Throws for an edition that no file describes. */
export function formOf(id: FormId, edition?: Edition): Form {
  const base = baseOf(id);
  const requested = edition ?? base.edition;
  const key = `${id}@${requested}`;
  const form = loaded.get(key) ?? load(base, requested);
  loaded.set(key, form);
  return form;
}

/** Editions of a form, newest first. */
export function editionsOf(id: FormId): readonly Edition[] {
  const old = EDITION_FILES.filter((file) => file.form === id).map((file) => file.edition);
  return [baseOf(id).edition, ...old.sort(byDateDescending)];
}

/** Editions in which a new assessment may be made, newest first: those that somebody has seen. */
export function editionsForNewDocuments(id: FormId): readonly Edition[] {
  return editionsOf(id).filter((edition) => !EDITION_FILES.some(isUnseen(id, edition)));
}

function isUnseen(id: FormId, edition: Edition): (file: EditionFile) => boolean {
  return (file) => file.form === id && file.edition === edition && file.offered === false;
}

export function hasEdition(id: FormId, edition: Edition): boolean {
  return editionsOf(id).includes(edition);
}

function baseOf(id: FormId): Form {
  const base = BASE_FORMS.find((form) => form.id === id);
  if (!base) throw new Error(`no form data for ${id}`);
  return base;
}

function load(base: Form, edition: Edition): Form {
  if (edition === base.edition) return base;
  const file = EDITION_FILES.find((candidate) => candidate.form === base.id && candidate.edition === edition);
  if (!file) throw new Error(`no form data for ${base.id} ${edition}`);
  return applyEdition(base, file);
}

function byDateDescending(a: Edition, b: Edition): number {
  return editionMonth(b) - editionMonth(a);
}
