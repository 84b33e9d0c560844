import type { Form } from '../forms/types';
import { FILES, type Path } from './path';

/** `files[x]` as the first part of the paper that is printed for that file: `II[x]`. Every other path stays. */
export function firstPartOfFile(form: Form, path: Path): Path {
  const part = form.sections.find(({ repeat }) => repeat === 'file');
  return part && path.startsWith(`${FILES}[`) ? part.id + path.slice(FILES.length) : path;
}

/** `files[x]` as the first item of that part, which is its name: `II[x].1`. Every other path stays. */
export function firstItemOfFile(form: Form, path: Path): Path {
  const part = form.sections.find(({ repeat }) => repeat === 'file');
  const first = part?.items[0]?.id.slice(part.id.length);
  return first !== undefined && path.startsWith(`${FILES}[`) ? firstPartOfFile(form, path) + first : path;
}
