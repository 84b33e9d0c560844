import { applyEdition } from './edition';
import type { Edition, EditionFile, Form, FormId } from './types';

/** Every file of the folder is taken in by the bundler: adding an edition is adding a file. */
const baseFiles = import.meta.glob<Form>('../../resources/forms/*.json', { eager: true, import: 'default' });
const editionFiles = import.meta.glob<EditionFile>('../../resources/forms/editions/*.json', {
  eager: true,
  import: 'default',
});

const bases = Object.values(baseFiles);
const editions = Object.values(editionFiles);
const loaded = new Map<string, Form>();

export const FORM_IDS: readonly FormId[] = bases.map((form) => form.id).sort();

/** The form in one edition (the current one where none is named). Throws for an edition that no file describes. */
export function formOf(id: FormId, edition?: Edition): Form {
  const base = baseOf(id);
  const wanted = edition ?? base.edition;
  const key = `${id}@${wanted}`;
  const form = loaded.get(key) ?? load(base, wanted);
  loaded.set(key, form);
  return form;
}

/** Editions of a form, newest first. */
export function editionsOf(id: FormId): readonly Edition[] {
  const old = editions.filter((file) => file.form === id).map((file) => file.edition);
  return [baseOf(id).edition, ...old.sort(byDateDescending)];
}

/** Editions in which a new assessment may be made, newest first: those that somebody has seen. */
export function offeredEditionsOf(id: FormId): readonly Edition[] {
  return editionsOf(id).filter((edition) => !editions.some(isUnseen(id, edition)));
}

function isUnseen(id: FormId, edition: Edition): (file: EditionFile) => boolean {
  return (file) => file.form === id && file.edition === edition && file.offered === false;
}

export function hasEdition(id: FormId, edition: Edition): boolean {
  return editionsOf(id).includes(edition);
}

function baseOf(id: FormId): Form {
  const base = bases.find((form) => form.id === id);
  if (!base) throw new Error(`no form data for ${id}`);
  return base;
}

function load(base: Form, edition: Edition): Form {
  if (edition === base.edition) return base;
  const file = editions.find((candidate) => candidate.form === base.id && candidate.edition === edition);
  if (!file) throw new Error(`no form data for ${base.id} ${edition}`);
  return applyEdition(base, file);
}

const ERA_START: Readonly<Record<string, number>> = { 平成: 1988, 令和: 2018 };

function byDateDescending(a: Edition, b: Edition): number {
  return monthNumber(b) - monthNumber(a);
}

function monthNumber(edition: Edition): number {
  const match = /^(平成|令和)(\d+)年(\d+)月$/.exec(edition);
  if (!match) return 0;
  return ((ERA_START[match[1] ?? ''] ?? 0) + Number(match[2])) * 12 + Number(match[3]);
}
