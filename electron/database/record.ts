import type { Author, EditRecord } from '../../shared/assessment/history';
import { recordSchema } from '../../shared/assessment/documentSchema';
import type { Row } from './tables';

/** One record of the history, validated; throws where it is of no known shape. */
export function parseRecord(
  [seq, at, since, author, act, label, json]: Row,
  person: Author | undefined,
): EditRecord {
  return recordSchema.parse({
    seq,
    at,
    author: person ?? author,
    edit: JSON.parse(String(json)) as unknown,
    ...(since === null ? {} : { from: since }),
    ...(act === null ? {} : { act }),
    ...(label === null ? {} : { label }),
  });
}
