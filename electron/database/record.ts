import type { Author, EditRecord } from '../../shared/assessment/history';
import { recordSchema } from '../../shared/assessment/documentSchema';
import type { Row } from './tables';

/** One record of the history, validated; throws where it is of no known shape. */
export function parseRecord(row: Row, author: Author | undefined): EditRecord {
  const [seq, at, since, , act, label, json] = row;
  const record = {
    seq,
    at,
    ...(since === null ? {} : { from: since }),
    author,
    edit: JSON.parse(String(json)) as unknown,
    ...(act === null ? {} : { act }),
    ...(label === null ? {} : { label }),
  };
  return author && isTyping(record.edit) && isPlain(row)
    ? (record as EditRecord)
    : recordSchema.parse(record);
}

/**
 * Text typed into an item, by far the most frequent edit: recognised by hand, since the general validation of 10,000 records
 * takes longer than reading them.
 */
function isTyping(edit: unknown): boolean {
  if (typeof edit !== 'object' || edit === null) return false;
  const entries = Object.entries(edit);
  return (edit as { kind?: unknown }).kind === 'set' && 'path' in edit && entries.every(isTextOfSet);
}

function isTextOfSet([key, value]: readonly [string, unknown]): boolean {
  return (
    typeof value === 'string' && (key === 'kind' || key === 'path' || key === 'before' || key === 'after')
  );
}

/** The cells around the edit, by the rules of `recordSchema`. */
function isPlain([seq, at, since, , act, label]: Row): boolean {
  return (
    Number.isSafeInteger(seq) &&
    Number(seq) > 0 &&
    Number.isSafeInteger(at) &&
    (since === null || Number.isSafeInteger(since)) &&
    (act === null || act === 'undo' || act === 'redo') &&
    (label === null || typeof label === 'string')
  );
}
