import { expect, test } from 'vitest';
import { languageOf } from './language.ts';

test.each([
  [undefined, 'zh'],
  ['', 'zh'],
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
  ['en-US,en;q=0.9', 'en'],
  ['en;q=0.3, zh;q=0.7', 'zh'],
  ['fr, en;q=0.5', 'en'],
  ['fr', 'zh'],
  ['en;q=0', 'zh'],
  [`${'x'.repeat(10_000)},en`, 'zh'],
])('%s is answered in %s', (header, language) => {
  expect(languageOf(header)).toBe(language);
});
