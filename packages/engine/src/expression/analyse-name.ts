import { nearest } from '../problem/nearest.ts';
import { asWritten } from '../problem/problem.ts';
import { type Call, type ElementScope, expect, made, partOf, unreadNode } from './context.ts';
import { narrowed } from './facts.ts';
import { type Node, node } from './node.ts';
import { isForbidden } from './scope.ts';
import { booleanType, isText, join, limits, listType, type NumberType, type Type, textType } from './type.ts';

/** `var`: an input, an earlier rule, or inside a list the element. A second part stands in for a value that is absent. */
export const name = (call: Call): Node => {
  const raw = call.raws[0];
  const path = raw === null || raw === undefined ? '' : raw;
  if (typeof path !== 'string' && typeof path !== 'number') {
    call.context.report('rule.computed-name', call.at, {});
    return unreadNode(call);
  }
  const text = String(path);
  if (isForbidden(text)) {
    call.context.report('rule.forbidden-name', call.at, { name: text.slice(0, 80) });
    return unreadNode(call);
  }
  const found = call.element ? element(call, text) : outside(call, text);
  return call.raws.length < 2 || found.kind === 'unread' ? found : standIn(call, found, partOf(call, 1));
};

const outside = (call: Call, text: string): Node => {
  const named = call.context.names.get(text);
  if (!named) return unknown(call, text, call.context.names.keys());
  const type = named.type.kind === 'number' && call.facts ? narrowed(named.type, `#${named.slot}`, call.facts) : named.type;
  return node('name', call, type, { named });
};

const unknown = (call: Call, text: string, known: Iterable<string>): Node => {
  const found = text.slice(0, 80);
  if (call.element && call.context.names.has(text)) call.context.report('rule.outside-list', call.at, { name: found });
  else call.context.report('rule.unknown-name', call.at, { name: found, near: nearest(found, known) });
  return unreadNode(call);
};

const element = (call: Call, text: string): Node => {
  const scope = call.element as ElementScope;
  const { of, gathered, level } = scope;
  if (gathered && text === 'accumulator') return node('gathered', call, gathered, { level });
  const path = gathered ? (text === 'current' ? '' : text.startsWith('current.') ? text.slice(8) : undefined) : text;
  if (path === '') return node('element', call, of, { level });
  const field = path !== undefined && of.kind === 'row' ? of.fields.get(path) : undefined;
  if (field) return node('element', call, field, { level, mode: path as string });
  const fields = of.kind === 'row' ? [...of.fields.keys()] : [];
  return unknown(call, text, gathered ? ['current', 'accumulator', ...fields.map((f) => `current.${f}`)] : fields);
};

const standIn = (call: Call, value: Node, instead: Node, states: readonly string[] = ['not-asked', 'not-applicable']): Node => {
  if (instead.type.kind === 'unread') return instead;
  const type = instead.type.kind === 'ratio' || value.type.kind === 'ratio' ? undefined : join(value.type, instead.type);
  if (type) return node('default', call, type, { parts: [value, instead], texts: states });
  call.context.report('rule.mixed-kinds', call.at, { first: value.type.kind, second: instead.type.kind });
  return unreadNode(call);
};

const states = ['not-asked', 'not-applicable', 'not-known'];

/** `default`: a value, and what to take when there is none; the kinds of none it is for may follow. */
export const byDefault = (call: Call): Node => {
  const [value, instead] = [partOf(call, 0), partOf(call, 1)];
  if (value.kind === 'unread' || instead.kind === 'unread') return unreadNode(call);
  const asked = call.raws.slice(2);
  const stray = asked.find((state) => !states.includes(asWritten(state)));
  if (stray !== undefined) {
    const found = asWritten(stray);
    call.context.report('rule.unknown-choice', call.at, { found, choices: states.join('、'), near: nearest(found, states) });
    return unreadNode(call);
  }
  return standIn(call, value, instead, asked.length > 0 ? asked.map(String) : undefined);
};

/** `known` and `asked`: questions about whether there is a value. */
export const about = (call: Call): Node => {
  const part = partOf(call, 0);
  if (part.kind === 'unread') return unreadNode(call);
  if (part.type.kind === 'ratio') {
    expect(call, part, 'number');
    return unreadNode(call);
  }
  return made(call, call.operator === 'known' ? 'known' : 'asked', booleanType, [part]);
};

/** `missing` and `missing_some`: which of the names have no value. The names must be written out. */
export const missing = (call: Call): Node => {
  const isSome = call.operator === 'missing_some';
  const [need, list] = isSome ? call.raws : [0, call.raws.length === 1 && Array.isArray(call.raws[0]) ? call.raws[0] : call.raws];
  const names = Array.isArray(list) ? list : [];
  if (typeof need !== 'number' || !Array.isArray(list) || names.some((each) => typeof each !== 'string')) {
    call.context.report('rule.computed-name', call.at, {});
    return unreadNode(call);
  }
  const parts = (names as string[]).map((text) => outside({ ...call, facts: undefined }, text));
  if (parts.some((part) => part.kind === 'unread')) return unreadNode(call);
  return node('missing', call, listType(textType(80), names.length), { parts, texts: names as string[], level: need });
};

/** Length of a text type. */
const longestOf = (type: Type): number =>
  type.kind === 'text' ? type.longest : type.kind === 'choice' ? Math.max(...type.choices.map((c) => c.length)) : 0;

/** `cat`: texts joined. */
export const joined = (call: Call): Node => {
  const parts = call.raws.map((_, i) => partOf(call, i));
  const fine = parts.reduce((so, part) => expect(call, part, 'text') && so, true);
  const longest = parts.reduce((sum, part) => sum + longestOf(part.type), 0);
  return fine ? made(call, 'join-text', textType(Math.min(longest, limits.characters)), parts) : unreadNode(call);
};

const isWhole = (type: Type): type is NumberType => type.kind === 'number' && type.decimals === 0;

/** `substr`: from a place, counted from the end when negative; so many characters, or without so many at the end. */
export const part = (call: Call): Node => {
  const parts = call.raws.map((_, i) => partOf(call, i));
  const [text, ...places] = parts as [Node, ...Node[]];
  if (!expect(call, text, 'text')) return unreadNode(call);
  const stray = places.find((place) => !isWhole(place.type));
  if (stray) {
    if (expect(call, stray, 'number'))
      call.context.report('rule.wrong-type', stray.at, { operator: 'substr', expected: 'whole', found: 'number' });
    return unreadNode(call);
  }
  return isText(text.type) ? made(call, 'part-of-text', textType(longestOf(text.type)), parts) : unreadNode(call);
};
