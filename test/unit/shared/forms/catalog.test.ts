import { describe, expect, it } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import { editionsOf, FORM_IDS, formOf, editionsForNewDocuments } from '../../../../shared/forms/catalog';
import { findItem, indexOf, isLeaf } from '../../../../shared/forms/lookup';
import { editionSchema, formSchema } from '../../../../shared/forms/schema';
import { labelPath } from '../../../../shared/forms/label';

const folder = 'resources/forms';
const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const files = (path: string) => readdirSync(path).filter((name) => name.endsWith('.json'));

describe('form data', () => {
  it.each(files(folder))('%s fits the schema', (name) => {
    expect(() => formSchema.parse(json(`${folder}/${name}`))).not.toThrow();
  });

  it.each(files(`${folder}/editions`))('%s fits the schema', (name) => {
    expect(() => editionSchema.parse(json(`${folder}/editions/${name}`))).not.toThrow();
  });

  it('loads every edition', () => {
    for (const id of FORM_IDS)
      for (const edition of editionsOf(id)) expect(formOf(id, edition).edition).toBe(edition);
  });

  it('lists editions newest first', () => {
    expect(editionsOf('form3')).toEqual([
      '令和6年10月',
      '平成30年5月',
      '平成29年5月',
      '平成28年1月',
      '平成26年4月',
    ]);
  });

  it('names only items that exist in conditions and counts', () => {
    for (const id of FORM_IDS) {
      const index = indexOf(formOf(id));
      for (const { item } of index.all) {
        for (const condition of [item.visible, item.required])
          if (condition && 'item' in condition) expect(index.byId.has(condition.item), item.id).toBe(true);
        for (const option of item.options ?? [])
          if (option.countItem) expect(index.byId.has(option.countItem)).toBe(true);
      }
    }
  });

  it.each([
    ['form2', 55],
    ['form3', 135],
    ['form4', 234],
  ] as const)('%s has its items', (id, leaves) => {
    const counted = indexOf(formOf(id)).all.filter(({ item }) => isLeaf(item));
    expect(counted).toHaveLength(leaves);
  });
});

describe('official label path', () => {
  it('reads like the headings of the form', () => {
    expect(labelPath(formOf('form4'), 'II[1].4.items[1].m6')).toBe(
      'Ⅱ 特定個人情報ファイルの概要　４．特定個人情報ファイルの取扱いの委託　委託事項1　⑥委託先名',
    );
  });

  it('is different for every item of a form', () => {
    for (const id of FORM_IDS) {
      const form = formOf(id);
      const labels = indexOf(form)
        .all.filter(({ item }) => isLeaf(item))
        .map(({ item }) => labelPath(form, item.id));
      expect(new Set(labels).size, id).toBe(labels.length);
    }
  });
});

describe('平成30年5月 様式２, which nobody has seen', () => {
  it('is read and not offered', () => {
    expect(editionsOf('form2')).toContain('平成30年5月');
    expect(editionsForNewDocuments('form2')).toEqual([
      '令和6年10月',
      '平成31年1月',
      '平成29年5月',
      '平成28年1月',
      '平成26年4月',
    ]);
    expect(editionsForNewDocuments('form3')).toEqual(editionsOf('form3'));
  });
});

describe('sources of 様式２', () => {
  const { all, form } = indexOf(formOf('form2'));

  it('are given for every section and item, apart from the columns of a table', () => {
    const without = all.filter(({ item, parents }) => !item.source && parents.at(-1)?.type !== 'table');
    expect(without.map(({ item }) => item.id)).toEqual([]);
    expect(form.sections.filter(({ source }) => !source)).toEqual([]);
  });

  it.each(['II.1.number', 'II.2.over500', 'II.3.accident', 'III.result'])('%s rests on the 規則', (id) => {
    expect(findItem(form, id)?.item.source).toContain('規則第4条第3号・第8号、第6条、第7条');
  });
});
