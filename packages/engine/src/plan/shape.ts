import { isCoarseDay, isDay } from '../calendar/day.ts';
import { pointsOf } from '../expression/points.ts';
import type { ProblemCode } from '../problem/codes.ts';
import { nearest } from '../problem/nearest.ts';
import { asWritten, type Params, type Problem, pointer, problem } from '../problem/problem.ts';
import type { NamedKind, PhraseKind, RefKind } from '../problem/term.ts';

/** The part of JSON Schema the plan's schemas use, with our annotations. */
export interface Shape {
  readonly type?: string;
  readonly title?: string;
  readonly en?: { readonly title: string };
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly const?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly uniqueItems?: boolean;
  readonly format?: string;
  /** A date that may also be a month or a year. */
  readonly coarse?: boolean;
  readonly phrase?: PhraseKind;
  readonly declares?: NamedKind;
  readonly ref?: RefKind;
  readonly points?: boolean;
  /** Running text. */
  readonly multiline?: boolean;
  /** JsonLogic, checked where its names are known. */
  readonly logic?: boolean;
  /** The value of an answer, checked where its item is known. */
  readonly answer?: boolean;
}

/** The clause a value stands in: kind and name of the nearest named thing around it, and its source. */
export interface Holder {
  readonly holder?: string;
  readonly name?: string;
  readonly source?: string;
}

/** A place where a plan names a thing or refers to one. */
export interface Mention<K> {
  readonly kind: K;
  readonly text: string;
  readonly at: string;
  readonly clause: Holder;
  readonly term: Params;
  /** Pointer of the list a declared name must be unique in. */
  readonly scope: string;
}

/** What a walk over a plan found. */
export interface Walk {
  readonly problems: Problem[];
  readonly names: Mention<NamedKind>[];
  readonly refs: Mention<RefKind>[];
  /** Running text and names: whatever is neither a reference nor a phrase, a day or a note. */
  readonly texts: Mention<'text'>[];
}

/** Where the walk is. */
interface Place {
  readonly at: string;
  readonly clause: Holder;
  readonly term: Params;
  readonly scope: string;
}

const kindOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => kindOf(value) === 'object';
const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);
const termOf = (shape: Shape, fallback: Params): Params =>
  shape.title ? { term: shape.title, termEn: shape.en?.title ?? shape.title } : fallback;

const holderOf = (shape: Shape, value: Readonly<Record<string, unknown>>, outer: Holder): Holder => {
  const source = textOf(value.source) ?? outer.source;
  const kind = Object.values(shape.properties ?? {}).find((property) => property.declares)?.declares;
  return kind ? { holder: kind, name: textOf(value.name) ?? '', source } : { ...outer, source };
};

const walkObject = (shape: Shape, value: Readonly<Record<string, unknown>>, place: Place, walk: Walk): void => {
  const properties = shape.properties ?? {};
  const clause = holderOf(shape, value, place.clause);
  for (const key of Object.keys(value)) {
    const inner = Object.hasOwn(properties, key) ? properties[key] : undefined;
    const at = pointer(place.at, key);
    if (inner) walkValue(inner, value[key], { ...place, at, clause, term: termOf(inner, place.term) }, walk);
    else walk.problems.push(problem('shape.unknown-key', at, { ...clause, key, near: nearest(key, Object.keys(properties)) }));
  }
  for (const key of shape.required ?? []) {
    if (Object.hasOwn(value, key)) continue;
    walk.problems.push(
      problem('shape.missing-key', place.at, { ...clause, key, ...termOf(properties[key] ?? {}, { term: key, termEn: key }) }),
    );
  }
};

const walkArray = (shape: Shape, value: readonly unknown[], place: Place, walk: Walk): void => {
  const report = (code: ProblemCode, params: Params) =>
    walk.problems.push(problem(code, place.at, { ...place.clause, ...place.term, ...params }));
  if (value.length > (shape.maxItems ?? Number.POSITIVE_INFINITY)) return void report('shape.too-long', { limit: shape.maxItems });
  if (shape.uniqueItems) {
    const repeated = value.find((item, i) => value.indexOf(item) !== i);
    if (repeated !== undefined) report('shape.repeated', { found: asWritten(repeated) });
  }
  value.forEach((item, i) => {
    walkValue(
      shape.items ?? {},
      item,
      { ...place, at: pointer(place.at, i), scope: place.at, term: termOf(shape.items ?? {}, place.term) },
      walk,
    );
  });
};

const walkText = (shape: Shape, value: string, place: Place, walk: Walk): void => {
  const { at, clause, term, scope } = place;
  const report = (code: ProblemCode, params: Params) => walk.problems.push(problem(code, at, { ...clause, ...term, ...params }));
  if (value.length > (shape.maxLength ?? Number.POSITIVE_INFINITY)) return void report('shape.too-long', { limit: shape.maxLength });
  const day = shape.coarse ? isCoarseDay : isDay;
  if (shape.format === 'date' && (!shape.phrase || /^\d{4}-?[\d-]*$/.test(value)))
    return void (day(value) || report('day.impossible', { found: value }));
  if ((shape.minLength ?? 0) > 0 && value.trim() === '') return void report('shape.empty', {});
  const mention = { text: value, at, clause, term, scope };
  if (shape.declares) walk.names.push({ ...mention, kind: shape.declares });
  if (shape.ref) walk.refs.push({ ...mention, kind: shape.ref });
  else if (!shape.phrase && !/\/(note|source|\$schema|hash|code)$/.test(at)) walk.texts.push({ ...mention, kind: 'text' });
};

const walkNumber = (shape: Shape, value: number, place: Place, walk: Walk): void => {
  const report = (code: ProblemCode, params: Params) =>
    walk.problems.push(problem(code, place.at, { ...place.clause, ...place.term, ...params }));
  const [low, high] = [shape.minimum ?? Number.NEGATIVE_INFINITY, shape.maximum ?? Number.POSITIVE_INFINITY];
  if (!(value >= low && value <= high)) return void report('shape.out-of-range', { low, high, found: value });
  if (shape.type === 'integer' && !Number.isInteger(value)) report('shape.wrong-kind', { expected: 'integer', found: 'number' });
  if (shape.points && pointsOf(value) === undefined) report('points.too-fine', { found: value });
};

/** A value that may be one of several: a listed word, or else what the one shape that is no word says. */
const walkChoice = (shapes: readonly Shape[], value: unknown, place: Place, walk: Walk): void => {
  if (shapes.some((shape) => shape.const !== undefined && shape.const === value)) return;
  const open = shapes.find((shape) => shape.const === undefined);
  if (open) return walkValue(open, value, place, walk);
  const choices = shapes.map((shape) => String(shape.const));
  const near = typeof value === 'string' ? nearest(value, choices) : undefined;
  const found = typeof value === 'string' ? value : kindOf(value);
  walk.problems.push(problem('shape.not-a-choice', place.at, { ...place.clause, ...place.term, found, choices: choices.join('、'), near }));
};

const walkValue = (shape: Shape, value: unknown, place: Place, walk: Walk): void => {
  if (shape.logic || shape.answer) return;
  if (shape.anyOf) return walkChoice(shape.anyOf, value, place, walk);
  const found = kindOf(value);
  const expected = shape.type === 'integer' ? 'number' : shape.type;
  if (found !== expected) {
    walk.problems.push(problem('shape.wrong-kind', place.at, { ...place.clause, ...place.term, expected: shape.type, found }));
  } else if (isRecord(value)) walkObject(shape, value, place, walk);
  else if (Array.isArray(value)) walkArray(shape, value, place, walk);
  else if (typeof value === 'string') walkText(shape, value, place, walk);
  else if (typeof value === 'number') walkNumber(shape, value, place, walk);
};

/** Walks a value along a schema and collects everything wrong with its shape, every name and reference. */
export const walkShape = (schema: unknown, value: unknown): Walk => {
  const walk: Walk = { problems: [], names: [], refs: [], texts: [] };
  const shape = schema as Shape;
  walkValue(shape, value, { at: '', clause: {}, term: termOf(shape, {}), scope: '' }, walk);
  return walk;
};
