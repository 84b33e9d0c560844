import { describe, expect, test } from 'vitest';
import { element, escapeXml, REPLACEMENT, unwritableIn } from '../../../../shared/publish/xml';

describe('escapeXml', () => {
  test('keeps 外字, pairs, variation selectors and white space', () => {
    const kept = '\ue000𠮷葛󠄀か\u3099\t\n　\u0085\u200b';
    expect(escapeXml(kept)).toBe(kept);
    expect(unwritableIn(kept)).toEqual([]);
  });

  test('shows what XML cannot hold as U+FFFD and reports it', () => {
    const bad = 'a\u0000b\u000cc\ud842d\uffff';
    expect(escapeXml(bad)).toBe(`a${REPLACEMENT}b${REPLACEMENT}c${REPLACEMENT}d${REPLACEMENT}`);
    expect(unwritableIn(bad)).toEqual(['\u0000', '\u000c', '\ud842', '\uffff']);
  });

  test('escapes what would be markup', () => {
    expect(element('a', { b: '"<&>"', c: undefined }, escapeXml('<x>&'))).toBe(
      '<a b="&quot;&lt;&amp;&gt;&quot;">&lt;x&gt;&amp;</a>',
    );
  });
});
