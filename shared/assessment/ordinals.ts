import { entriesOf, ordinalsOf } from './edit';
import { ATTACHMENTS, FILES, type ListPath, mapInstances, type Path } from './path';
import type { Assessment } from './types';

/** The path as people and the command line see it: stable ids become printed ordinals. Unknown ids stay. */
export function toOrdinals(assessment: Assessment, path: Path): string {
  return mapInstances(path, (id, list) => ordinalOf(assessment, listOf(list), id) ?? id);
}

/** The inverse of `toOrdinals`; undefined where the document has no such entry. */
export function fromOrdinals(assessment: Assessment, path: string): Path | undefined {
  const pieces = path.split(/(?<=\])/);
  let done = '';
  for (const piece of pieces) {
    const match = /^(.*)\[([^\]]*)\]$/.exec(piece);
    if (!match) return done + piece;
    const list = done + (match[1] ?? '');
    const id = idOf(assessment, listOf(list), Number(match[2]));
    if (id === undefined) return undefined;
    done = `${list}[${id}]`;
  }
  return done;
}

/** The list whose instances are behind this prefix: the files for a bare section (`II`, `annex1`). */
export function listOf(prefix: string): ListPath {
  if (prefix === ATTACHMENTS) return ATTACHMENTS;
  return prefix.includes('.') ? prefix : FILES;
}

function ordinalOf(assessment: Assessment, list: ListPath, id: string): string | undefined {
  const entries = entriesOf(assessment, list);
  const at = entries.findIndex((entry) => entry.id === id);
  return at < 0 ? undefined : String(ordinalsOf(entries)[at]);
}

function idOf(assessment: Assessment, list: ListPath, ordinal: number): string | undefined {
  const entries = entriesOf(assessment, list);
  return entries[ordinalsOf(entries).indexOf(ordinal)]?.id;
}
