import { describe, expect, test } from 'vitest';
import { emptyAssessment } from '../../../../shared/assessment/create';
import { partsOf, partTitle, shortHeading } from '../../../../shared/assessment/parts';
import { leavesOf, outline } from '../../../../shared/assessment/walk';
import { FORM_IDS, formOf } from '../../../../shared/forms/catalog';
import { findItem } from '../../../../shared/forms/lookup';
import { counter } from './arbitrary';

const form = formOf('form4');
const nodes = outline(form, emptyAssessment(form, counter()));
const sections = nodes.flatMap((node) => (node.kind === 'section' ? [node] : []));

describe('partsOf', () => {
  test.each(FORM_IDS)('every item of %s lies in exactly one part', (id) => {
    const all = outline(formOf(id), emptyAssessment(formOf(id), counter()));
    const parted = all
      .flatMap((node) => (node.kind === 'section' ? partsOf(node) : []))
      .flatMap((part) => part.nodes);
    const leaves = leavesOf(parted).map(({ path }) => path);
    const own = all
      .flatMap((node) => (node.kind === 'section' ? leavesOf(node.children) : []))
      .map(({ path }) => path);
    expect([...leaves].sort()).toEqual([...own].sort());
  });

  test('numbered items are parts of their own, unnumbered ones stand together', () => {
    const titles = (id: string) =>
      sections.filter(({ section }) => section.id === id).flatMap((node) => partsOf(node).map(partTitle));
    expect(titles('cover')).toEqual(['表紙']);
    expect(titles('II').at(3)).toBe('Ⅱ ４．特定個人情報ファイルの取扱いの委託');
    expect(titles('toc')).toEqual(['項目一覧']);
  });
});

test('the tree shortens what the form says in full', () => {
  const short = (id: string) => {
    const item = findItem(form, id)?.item;
    return item && shortHeading(item);
  };
  expect(short('II.4')).toBe('４．取扱いの委託');
  expect(short('II.5')).toBe('５．提供・移転');
  expect(short('I.3')).toBe('３．特定個人情報ファイル名');
});
