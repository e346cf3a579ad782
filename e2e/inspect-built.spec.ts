import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const folder = join(import.meta.dirname, '../packages/designer/dist/inspect');

/** What came into Chromium after version 100, and in which. Only what cannot mean anything else, or has no other meaning here. */
const newerScript: readonly (readonly [RegExp, number])[] = [
  [/\.to(Sorted|Reversed|Spliced)\(/, 110],
  [/\b(Object|Map)\.groupBy\b/, 117],
  [/\bPromise\.(withResolvers|try)\b/, 119],
  [/\bArray\.fromAsync\b/, 121],
  [/\.(isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference|intersection)\(/, 122],
  [/\.(values|keys|entries)\(\)\.(map|filter|take|drop|flatMap|reduce|toArray|forEach|some|every|find)\(/, 122],
  [/\bIterator\.(from|prototype)\b/, 122],
  [/\bURL\.(canParse|parse)\b/, 120],
  [/\bAbortSignal\.(any|timeout)\b/, 103],
  [/\bResponse\.json\(/, 105],
  [/\.(isWellFormed|toWellFormed)\(/, 111],
  [/\.(showPopover|hidePopover|togglePopover)\(/, 114],
  [/\b(Uint8Array\.from(Base64|Hex)|RegExp\.escape|Math\.sumPrecise)\b/, 136],
  [/\bscheduler\.(yield|postTask)\(/, 129],
  [/\bnew Set\([^()]*\)\.(union|difference)\(/, 122],
  [/\/[dgimsuy]*v[dgimsuy]*\.(test|exec)\(/, 112],
];

const newerStyle: readonly (readonly [RegExp, number])[] = [
  [/[{};]\s*&|&[:.[ >+~]/, 112],
  [/:has\(/, 105],
  [/@container\b|container-type\s*:/, 105],
  [/\b(color-mix|oklch|oklab|lab|lch)\(/, 111],
  [/\blight-dark\(/, 123],
  [/\d(d|s|l)v[hwib]\b/, 108],
  [/@(scope|starting-style|view-transition)\b/, 111],
  [/:(user-invalid|user-valid|popover-open)\b/, 114],
  [/\bsubgrid\b|text-wrap\s*:|field-sizing\s*:/, 114],
  [/(^|[;{])(translate|rotate|scale)\s*:/, 104],
  [/@media[^{]*[<>]=?/, 104],
];

const filesOf = (...ends: readonly string[]): readonly (readonly [string, string])[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ends.some((end) => name.endsWith(end)))
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]);

/** Where the script looks first whether the browser has it, all is well. */
const isAskedFirst = /(typeof[^;]*|==`)function/;

const foundIn = (files: readonly (readonly [string, string])[], newer: readonly (readonly [RegExp, number])[]): readonly string[] =>
  files.flatMap(([name, text]) =>
    newer.flatMap(([what, since]) => {
      const all = [...text.matchAll(new RegExp(what, 'g'))].map(({ index }) => text.slice(Math.max(0, index - 50), index + 50));
      return all.filter((around) => !isAskedFirst.test(around)).map((around) => `${name}: …${around}… is of Chromium ${since}`);
    }),
  );

test('what is built for phones asks for nothing that came after Chromium 100', () => {
  const [scripts, styles] = [filesOf('.js'), filesOf('.css')];
  expect(scripts.length).toBeGreaterThan(10);
  expect(styles.length).toBeGreaterThan(0);
  expect(foundIn(scripts, newerScript)).toEqual([]);
  expect(foundIn(styles, newerStyle)).toEqual([]);
});

for (const [text, since] of [
  ['const a=b.toSorted((c,d)=>c-d)', 110],
  ['x.values().map(y=>y)', 122],
  ['Promise.withResolvers()', 119],
] as const)
  test(`a build with ${text} is found out`, () => {
    expect(foundIn([['a.js', text]], newerScript)).toEqual([expect.stringContaining(`Chromium ${since}`)]);
  });

for (const [text, since] of [
  ['.a{color:red;&:hover{color:blue}}', 112],
  ['.a:has(b){}', 105],
  ['.a{height:100dvh}', 108],
  ['@media (width>=40em){}', 104],
] as const)
  test(`a style with ${text} is found out`, () => {
    expect(foundIn([['a.css', text]], newerStyle)).toEqual([expect.stringContaining(`Chromium ${since}`)]);
  });
