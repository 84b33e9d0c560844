import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readText } from '../../../../../shared/intake/readers/text';
import { recognise } from '../../../../../shared/intake/recognise/recognise';
import type { RecognisedItem } from '../../../../../shared/intake/result';

/** A small 様式３ with one item of its part Ⅱ said like this. */
function read(path: string, item: string): RecognisedItem | undefined {
  const text = [
    '特定個人情報保護評価書（重点項目評価書）',
    '[令和6年10月　様式３]',
    'Ⅱ 特定個人情報ファイルの概要',
    '1. 特定個人情報ファイル名',
    '水辺台帳ファイル',
    '3. 特定個人情報の入手・使用',
    item,
    '4. 特定個人情報ファイルの取扱いの委託',
  ].join('\n');
  return recognise({ ...readText(strToU8(text), 'みなも市.txt'), order: 'lines' }).items.find(
    (one) => one.path === path,
  );
}

describe('lines in a text that head something else', () => {
  it('the title of an annex', () => {
    const text = '⑤使用方法　※\n窓口で台帳を確かめる。\n（別紙1）提供先の一覧\n1 水辺組合';
    expect(read('II[1].3.m5', text)?.reason?.code).toBe('annexInside');
  });

  it('a reference to an annex is none', () => {
    const text = '⑤使用方法　※\n窓口で台帳を確かめる。\n別紙1のとおり\n情報の突合　※\n届出と台帳';
    expect(read('II[1].3.m5', text)?.reason?.code).not.toBe('annexInside');
  });

  it('options of another item', () => {
    const text = '③使用目的　※\n水辺の管理のため\nその他の項目[　　]＜選択肢＞';
    expect(read('II[1].3.m3', text)?.reason?.code).toBe('printInside');
  });

  it('more than a date where a date is asked for', () => {
    const text = '⑥使用開始日\n平成28年1月1日\n水辺課の窓口';
    expect(read('II[1].3.m6', text)).toMatchObject({
      status: 'review',
      reason: { code: 'dateUnclear' },
      value: '平成28年1月1日\n水辺課の窓口',
    });
  });

  it('a date alone is certain', () => {
    expect(read('II[1].3.m6', '⑥使用開始日\n平成28年1月1日')).toMatchObject({
      status: 'filled',
      value: '平成28年1月1日',
    });
  });
});
