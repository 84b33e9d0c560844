import { expect, test } from 'vitest';
import { settingsFrom } from '../../../../shared/commands/settings';

test('whatever was stored, valid settings come out, and what is valid stays', () => {
  const fresh = settingsFrom({});
  expect(fresh).toMatchObject({ language: 'ja', theme: 'system', textSize: 100 });
  expect(settingsFrom({ language: 'xx', theme: 7, textSize: 1000, userName: null })).toEqual(fresh);
  expect(settingsFrom({ language: 'en', textSize: 'large' })).toEqual({ ...fresh, language: 'en' });
});
