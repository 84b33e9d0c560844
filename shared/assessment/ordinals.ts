import { entriesOf, ordinalsOf } from './edit'
import { ATTACHMENTS, FILES, type ListPath, mapInstances, type Path } from './path'
import type { Assessment } from './types'

/** The path as people and the command line see it: stable ids become printed ordinals. Unknown ids stay. */
export function toOrdinals(assessment: Assessment, path: Path): string {
  return mapInstances(path, (id, list) => ordinalOf(assessment, listOf(list), id) ?? id)
}

/** The inverse of `toOrdinals`; undefined where the document has no such entry. */
export function fromOrdinals(assessment: Assessment, path: string): Path | undefined {
  let missing = false
  const resolved = resolveFromLeft(path, (ordinal, list) => {
    const id = idOf(assessment, listOf(list), Number(ordinal))
    if (id === undefined) missing = true
    return id ?? ordinal
  })
  return missing ? undefined : resolved
}

/** The list whose instances stand behind this prefix: the files for a bare section (`II`, `annex1`). */
export function listOf(prefix: string): ListPath {
  if (prefix === ATTACHMENTS) return ATTACHMENTS
  return prefix.includes('.') ? prefix : FILES
}

function ordinalOf(assessment: Assessment, list: ListPath, id: string): string | undefined {
  const entries = entriesOf(assessment, list)
  const at = entries.findIndex((entry) => entry.id === id)
  return at < 0 ? undefined : String(ordinalsOf(entries)[at])
}

function idOf(assessment: Assessment, list: ListPath, ordinal: number): string | undefined {
  const entries = entriesOf(assessment, list)
  return entries[ordinalsOf(entries).indexOf(ordinal)]?.id
}

/** Like `mapInstances`, but the list of an inner instance is named with the outer ones already changed. */
function resolveFromLeft(path: string, change: (instance: string, list: ListPath) => string): Path {
  const match = /\[([^\]]*)\]/.exec(path)
  if (!match) return path
  const before = path.slice(0, match.index)
  const resolved = `${before}[${change(match[1] ?? '', before)}]`
  return resolveRest(resolved, path.slice(match.index + match[0].length), change)
}

function resolveRest(done: string, rest: string, change: (instance: string, list: ListPath) => string): Path {
  const match = /\[([^\]]*)\]/.exec(rest)
  if (!match) return done + rest
  const before = done + rest.slice(0, match.index)
  return resolveRest(`${before}[${change(match[1] ?? '', before)}]`, rest.slice(match.index + match[0].length), change)
}
