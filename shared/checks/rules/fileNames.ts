import { entriesOf } from '../../assessment/edit';
import { FILES } from '../../assessment/path';
import { bare } from '../../japanese/normalise';
import type { FormSection } from '../../forms/types';
import type { Finding, Rule, Subject } from '../types';

/** The printed heading that names the file, in I, II and III. */
const NAME_LABEL = '特定個人情報ファイル名';

/** Ⅰ, Ⅱ and Ⅲ name the same 特定個人情報ファイル differently (width and spaces do not count). */
export const fileNames: Rule = {
  id: 'fileName',
  find: (subject) => [...betweenSections(subject), ...notInFirst(subject)],
};

function betweenSections(subject: Subject): readonly Finding[] {
  const { form, assessment } = subject;
  const sections = form.sections.filter((section) => section.repeat === 'file' && nameItem(section));
  return entriesOf(assessment, FILES).flatMap((file) => {
    const named = sections
      .map((section) => namePath(section, file.id))
      .map((path) => ({ path, name: textAt(subject, path) }));
    const first = named.find(({ name }) => name !== '');
    return named
      .filter(({ name }) => name !== '' && first && bare(name) !== bare(first.name))
      .map(({ path, name }): Finding => ({
        rule: 'fileName',
        severity: 'error',
        path,
        params: { name, other: first?.name ?? '' },
      }));
  });
}

/** The list of names in Ⅰ must hold the name that stands in Ⅱ. */
function notInFirst(subject: Subject): readonly Finding[] {
  const { form, assessment } = subject;
  const listed = form.sections
    .filter((section) => !section.repeat)
    .flatMap((section) => section.items)
    .find((item) => item.label === NAME_LABEL);
  const all = listed ? bare(textAt(subject, listed.id)) : '';
  const section = form.sections.find((candidate) => candidate.repeat === 'file' && nameItem(candidate));
  if (!listed || !section || all === '') return [];
  return entriesOf(assessment, FILES).flatMap((file): readonly Finding[] => {
    const path = namePath(section, file.id);
    const name = textAt(subject, path);
    if (name === '' || all.includes(bare(withoutNumber(name)))) return [];
    return [{ rule: 'fileNameNotListed', severity: 'warning', path, params: { name } }];
  });
}

/** `(1) 住民基本台帳ファイル` → `住民基本台帳ファイル` */
function withoutNumber(name: string): string {
  return name.replace(/^[\s　]*[（(]?[0-9０-９①-⑳]+[）).．、]?[\s　]*/, '');
}

function nameItem(section: FormSection) {
  return section.items.find((item) => item.label === NAME_LABEL);
}

function namePath(section: FormSection, file: string): string {
  return `${section.id}[${file}]${(nameItem(section)?.id ?? '').slice(section.id.length)}`;
}

function textAt({ assessment }: Subject, path: string): string {
  const value = assessment.values[path];
  return typeof value === 'string' ? value : '';
}
