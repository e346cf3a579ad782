import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalText, hashOf, sha256 } from './canonical.ts';
import { readJson } from './json.ts';

const first = (text: string) => {
  const [problem] = readJson(text).problems;
  return [problem?.code ?? 'none', problem?.params.line, problem?.params.column];
};

describe('broken JSON is named by line and column', () => {
  test.each([
    ['', 1, 1, 'nothing at all'],
    ['{"a":1', 1, 7, 'an object that does not end'],
    ['{"a":1,}', 1, 8, 'a comma before the end'],
    ['{"a" 1}', 1, 6, 'no colon'],
    ['{\n  "标题": “方案”\n}', 2, 9, 'Chinese quotation marks'],
    ['[1 2]', 1, 4, 'no comma'],
    ['{"a":01}', 1, 6, 'a number with a leading zero'],
    ['{"a":1} x', 1, 9, 'something after the end'],
    ['{"a":tru}', 1, 6, 'a word JSON does not have'],
    ['["a\nb"]', 1, 2, 'a line break inside a text'],
  ])('%j at line %i, column %i: %s', (text, line, column) => {
    expect(first(text)).toEqual(['json.syntax', line, column]);
  });
});

test('keys that reach into prototypes and keys written twice are refused', () => {
  expect(readJson('{"a":{"__proto__":{}}}').problems.map((p) => p.code)).toEqual(['json.forbidden-key']);
  expect(readJson('{"a":1,"b":{"a":1},"a":2}').problems.map((p) => p.code)).toEqual(['json.duplicate-key']);
  expect(readJson('{"\\u005f_proto__":1}').problems.map((p) => p.code)).toEqual(['json.forbidden-key']);
});

const noProto = fc.jsonValue({ depthSize: 'small' }).filter((value) => !/__proto__|constructor|prototype/.test(JSON.stringify(value)));

test('law: whatever JSON can say is read back as it was, spaced or not', () => {
  fc.assert(
    fc.property(noProto, fc.constantFrom(undefined, 2), (value, indent) => {
      expect(readJson(JSON.stringify(value, null, indent))).toMatchObject({ ok: true, value: JSON.parse(JSON.stringify(value)) });
    }),
  );
});

test('law: a text is read exactly when JSON.parse reads it', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:01-.eE \\untrfalse') }), (text) => {
      let parses = true;
      try {
        JSON.parse(text);
      } catch {
        parses = false;
      }
      const read = readJson(text);
      expect(read.ok || read.problems.every((p) => p.code !== 'json.syntax')).toBe(parses);
    }),
    { numRuns: 3000 },
  );
});

test('law: a text is read exactly when no object has a key twice, however the key is written', () => {
  const key = fc.constantFrom('a', 'b', '\\u0061', ':', '{', '\\"', '\\\\');
  const { object } = fc.letrec<{ object: { text: string; twice: boolean } }>((tie) => ({
    object: fc
      .array(fc.tuple(key, fc.oneof({ maxDepth: 3 }, fc.constant({ text: '"x:{\\\\"', twice: false }), tie('object'))), { maxLength: 4 })
      .map((pairs) => ({
        text: `{${pairs.map(([name, value]) => `"${name}": ${value.text}`).join(',')}}`,
        twice: pairs.some(([, value]) => value.twice) || new Set(pairs.map(([name]) => JSON.parse(`"${name}"`))).size < pairs.length,
      })),
  }));
  fc.assert(
    fc.property(object, ({ text, twice }) => {
      const read = readJson(text);
      expect(read.ok).toBe(!twice);
      expect(read.problems.every(({ code }) => code === 'json.duplicate-key')).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('law: canonical text does not depend on the order of keys and is a fixed point', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), noProto), (record) => {
      const reversed = Object.fromEntries(Object.entries(record).reverse());
      expect(canonicalText(reversed)).toBe(canonicalText(record));
      expect(canonicalText(JSON.parse(canonicalText(record)))).toBe(canonicalText(record));
    }),
  );
});

test('hashes are SHA-256 in hex', () => {
  expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(hashOf({ b: 1, a: [] })).toBe(sha256('{"a":[],"b":1}'));
});
