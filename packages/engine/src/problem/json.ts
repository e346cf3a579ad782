import type { ProblemCode } from './codes.ts';
import { type Outcome, outcome, type Params, type Problem, problem } from './problem.ts';

/** Limits of a JSON document. */
export interface JsonLimits {
  /** UTF-8 bytes. */
  readonly bytes: number;
  /** Objects and lists inside each other. */
  readonly depth: number;
}

/** What a plan may be at most: 2 MiB and 64 levels. */
export const planLimits: JsonLimits = { bytes: 2 * 1024 * 1024, depth: 64 };

/** Faults named at most: whoever wrote a hundred has made a mistake of one kind, and each costs a walk to its line. */
const mostProblems = 100;

const token =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON itself forbids them
  /[ \t\n\r]*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])|($))/y;
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

type Frame = { readonly kind: '{' | '['; readonly keys: Set<string>; key: string };
type Expect = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';

const placeOf = (text: string, offset: number): { line: number; column: number } => {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: [...(before.at(-1) ?? '')].length + 1 };
};

const bytesOf = (text: string): number => {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : 3;
    if (code >= 0xd800 && code < 0xdc00) bytes -= 1;
  }
  return bytes;
};

/** Walks the tokens without recursion; returns the first fault that makes the text unreadable, or the frames' keys checked. */
const scan = (text: string, limits: JsonLimits, found: (code: ProblemCode, offset: number, params: Params) => void): void => {
  const stack: Frame[] = [];
  let expect: Expect = 'value';
  token.lastIndex = 0;
  for (;;) {
    const start = token.lastIndex;
    const match = token.exec(text);
    const fault = (): void => found('json.syntax', start + (/^[ \t\n\r]*/.exec(text.slice(start))?.[0].length ?? 0), {});
    if (!match) return fault();
    const [, mark, string, end] = match;
    const top = stack.at(-1);
    if (end !== undefined) return expect === 'nothing' ? undefined : fault();
    if (mark === '{' || mark === '[') {
      if (expect !== 'value' && expect !== 'value-or-end') return fault();
      if (stack.push({ kind: mark, keys: new Set(), key: '' }) > limits.depth)
        return found('json.too-deep', start, { limit: limits.depth });
      expect = mark === '{' ? 'key-or-end' : 'value-or-end';
    } else if (mark === '}' || mark === ']') {
      const open = mark === '}' ? '{' : '[';
      if (top?.kind !== open || !(expect === 'comma-or-end' || expect === 'key-or-end' || expect === 'value-or-end')) return fault();
      stack.pop();
      expect = stack.length ? 'comma-or-end' : 'nothing';
    } else if (mark === ',') {
      if (expect !== 'comma-or-end') return fault();
      expect = top?.kind === '{' ? 'key' : 'value';
    } else if (mark === ':') {
      if (expect !== 'colon') return fault();
      expect = 'value';
    } else if (string !== undefined && (expect === 'key' || expect === 'key-or-end')) {
      const key = JSON.parse(string) as string;
      if (forbidden.has(key)) found('json.forbidden-key', start, { key });
      if (top?.keys.has(key)) found('json.duplicate-key', start, { key });
      top?.keys.add(key);
      expect = 'colon';
    } else {
      if (expect !== 'value' && expect !== 'value-or-end') return fault();
      expect = stack.length ? 'comma-or-end' : 'nothing';
    }
  }
};

const quote = 0x22;

/** True when the character at `at` has an odd number of backslashes before it. */
const isEscaped = (text: string, at: number): boolean => {
  let from = at;
  while (text.charCodeAt(from - 1) === 0x5c) from--;
  return (at - from) % 2 === 1;
};

/** The number of colons outside of strings, which is the number of keys; `undefined` when brackets stand too deep or a string has no end. */
const keysWritten = (text: string, depth: number): number | undefined => {
  let [open, keys] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === quote) {
      do {
        i = text.indexOf('"', i + 1);
        if (i < 0) return undefined;
      } while (isEscaped(text, i));
    } else if (code === 0x7b || code === 0x5b) {
      if (++open > depth) return undefined;
    } else if (code === 0x7d || code === 0x5d) open--;
    else if (code === 0x3a) keys++;
  }
  return keys;
};

/** The number of keys in a value; NaN when a forbidden one is among them. */
const keysKept = (value: unknown): number => {
  if (typeof value !== 'object' || value === null) return 0;
  if (Array.isArray(value)) return value.reduce((sum: number, inside) => sum + keysKept(inside), 0);
  let keys = 0;
  for (const key of Object.keys(value)) keys += forbidden.has(key) ? Number.NaN : 1 + keysKept((value as Record<string, unknown>)[key]);
  return keys;
};

/** The value of a text without any fault: no key went missing while it was parsed. `undefined` when something is to be looked for. */
const faultless = (text: string, depth: number): { readonly value: unknown } | undefined => {
  const written = keysWritten(text, depth);
  if (written === undefined) return undefined;
  try {
    const value = JSON.parse(text) as unknown;
    return keysKept(value) === written ? { value } : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Reads JSON text that may be hostile: too large, too deep, broken (named by line and column), with a key written
 * twice or a key such as `__proto__`. Nothing is parsed until the depth was counted without recursion; text without a fault
 * is then parsed at once, and only text with one is walked token by token to say where.
 */
export const readJson = (text: string, limits: JsonLimits = planLimits): Outcome<unknown> => {
  const size = bytesOf(text);
  if (size > limits.bytes) return { ok: false, problems: [problem('json.too-large', '', { size, limit: limits.bytes })] };
  const read = faultless(text, limits.depth);
  if (read) return outcome(read.value, []);
  const problems: Problem[] = [];
  scan(text, limits, (code, offset, params) => {
    if (problems.length >= mostProblems) return;
    const { line, column } = placeOf(text, offset);
    const detail = text.slice(offset, offset + 12).trim() || '…';
    problems.push(problem(code, '', { line, column, detail, ...params }));
  });
  return problems.length ? { ok: false, problems } : outcome(JSON.parse(text) as unknown, []);
};
