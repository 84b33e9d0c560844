import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assessmentFrom, type OrdinalItem } from '../../shared/assessment/fromItems';
import type { Assessment, Value } from '../../shared/assessment/types';
import { formOf } from '../../shared/forms/catalog';
import { findItem } from '../../shared/forms/lookup';
import type { Form, FormId } from '../../shared/forms/types';
import { counter } from '../unit/shared/assessment/arbitrary';

/** Where real assessments lie, as a careful reader read them; other people's texts, never part of this repository. */
const TRUTH = join('..', 'shared', 'truth');

interface TruthFile {
  readonly form: string;
  readonly items: readonly { readonly path: string; readonly value: unknown }[];
  readonly attachments?: readonly {
    readonly title: string;
    readonly rows: readonly Record<string, unknown>[];
  }[];
}

export function hasTruth(name: string): boolean {
  return existsSync(join(TRUTH, `${name}.json`));
}

/** A published assessment as a document; what could not be read stays blank. */
export function truthDocument(name: string): Assessment {
  const truth = JSON.parse(readFileSync(join(TRUTH, `${name}.json`), 'utf8')) as TruthFile;
  const form = formOf(`form${truth.form.normalize('NFKC').replace(/\D/g, '')}` as FormId);
  const items = truth.items.flatMap((item) => ordinalItem(form, item));
  const attachments = (truth.attachments ?? []).map((attachment, at) => ({
    path: `attachments[${String(at + 1)}]`,
    value: { title: attachment.title, rows: attachment.rows.map(cells) },
  }));
  return assessmentFrom(form, [...items, ...attachments], counter('t'));
}

function cells({ line: _line, ...rest }: Record<string, unknown>): string[] {
  return Object.values(rest).map(String);
}

function ordinalItem(form: Form, { path, value }: TruthFile['items'][number]): readonly OrdinalItem[] {
  if (value === null || value === undefined) return [];
  const item = findItem(form, path.replace(/\[[^\]]*\]/g, ''))?.item;
  if (item?.type === 'checks' && Array.isArray(value))
    return [{ path, value: { selected: value as string[], texts: {} } }];
  return [{ path, value: value as Value }];
}
