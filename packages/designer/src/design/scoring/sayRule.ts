import { fill, type Language } from '../../shared/language.ts';
import { isObject, type Json, type JsonObject, listAt, textOf, textsOf } from '../draft/json.ts';
import { type Schema, schemaAt } from '../draft/schema.ts';
import { scoringWords } from './words.ts';

const ruleSchema = schemaAt('/scoring/*/rules/*');

/** The word of a choice as the plan's schema has it. */
const wordOf = (key: string, value: string, language: Language): string => {
  const word = ruleSchema.properties?.[key]?.anyOf?.find((s: Schema) => s.const === value);
  return (language === 'en' ? word?.en?.title : word?.title) ?? value;
};

const numberOf = (value: Json | undefined, key: string): number | undefined => {
  const held = isObject(value) ? value[key] : undefined;
  return typeof held === 'number' ? held : undefined;
};

interface Reader {
  readonly language: Language;
  readonly say: (key: keyof (typeof scoringWords)['zh'], params?: Readonly<Record<string, string | number>>) => string;
}

const limits = (rule: JsonObject, { say }: Reader): string => {
  const names = ['checklists', 'schedules', 'tasks', 'items'].flatMap((key) => textsOf(rule, key));
  return names.length > 0 ? say('limited', { names: names.join(say('listJoin')) }) : '';
};

const occasion = (rule: JsonObject, reader: Reader): string => {
  const each = textOf(rule, 'each');
  return each ? wordOf('each', each, reader.language) : reader.say('unsaid');
};

const missing = (rule: JsonObject, { say, language }: Reader): string => {
  const held = textOf(rule, 'missing');
  return held ? say('missing', { how: wordOf('missing', held, language) }) : '';
};

/** 扣分 and 加分: so many points for each occasion, more from a number on, at most so many. */
const moving = (rule: JsonObject, reader: Reader, way: 'deduct' | 'bonus'): string => {
  const { say } = reader;
  const [points, most] = [numberOf(rule, 'points'), numberOf(rule, 'most')];
  const after = isObject(rule.after) ? rule.after : {};
  const [times, heavier] = [numberOf(after, 'times'), numberOf(after, 'points')];
  const by = way === 'deduct' && points === undefined ? say('byChecklist') : say(way, { points: points ?? say('unsaid') });
  return [
    say('foreach', { what: occasion(rule, reader), limits: limits(rule, reader), by }),
    times !== undefined && heavier !== undefined ? say('after', { from: times + 1, by: say(way, { points: heavier }) }) : '',
    most === undefined ? '' : say('most', { by: say(way, { points: most }) }),
  ].join('');
};

const bandOf = (band: Json, { say }: Reader): string => {
  const [from, below, points] = [numberOf(band, 'from'), numberOf(band, 'below'), numberOf(band, 'points') ?? say('unsaid')];
  if (from !== undefined && below !== undefined) return say('bandBoth', { from, below, points });
  if (from !== undefined) return say('bandFrom', { from, points });
  return below === undefined ? say('bandElse', { points }) : say('bandBelow', { below, points });
};

const banded = (rule: JsonObject, reader: Reader): string =>
  reader.say('band', {
    of: textOf(rule, 'of') || reader.say('unsaid'),
    bands: listAt(rule, '/bands')
      .map((band) => bandOf(band, reader))
      .join(reader.say('clauseJoin')),
    missing: missing(rule, reader),
  });

const aimed = (rule: JsonObject, reader: Reader): string => {
  const { say } = reader;
  const [goal, full, step, points] = ['goal', 'full', 'step', 'points'].map((key) => numberOf(rule, key) ?? say('unsaid'));
  const short = numberOf(rule, 'step') === undefined ? say('inProportion') : say('each', { step: step ?? '', points: points ?? '' });
  return say('target', {
    of: textOf(rule, 'of') || say('unsaid'),
    goal: goal ?? '',
    full: full ?? '',
    short,
    missing: missing(rule, reader),
  });
};

const vetoing = (rule: JsonObject, reader: Reader): string => {
  const { say } = reader;
  const basis = textOf(rule, 'basis');
  return say('veto', {
    what: occasion(rule, reader),
    limits: limits(rule, reader),
    points: numberOf(rule, 'points') ?? 0,
    basis: basis ? say('basis', { basis }) : say('noBasis'),
  });
};

/** What a scoring rule does, as one sentence: 每发生一次逾期未整改，扣 2 分，一个周期最多扣 20 分。 */
export const sayRule = (rule: Json, language: Language): string => {
  if (!isObject(rule)) return '';
  const reader: Reader = { language, say: (key, params = {}) => fill(scoringWords[language][key], params) };
  switch (textOf(rule, 'kind')) {
    case 'deduct':
    case 'bonus':
      return reader.say('sentence', { text: moving(rule, reader, textOf(rule, 'kind') === 'deduct' ? 'deduct' : 'bonus') });
    case 'band':
      return reader.say('sentence', { text: banded(rule, reader) });
    case 'target':
      return reader.say('sentence', { text: aimed(rule, reader) });
    case 'veto':
      return reader.say('sentence', { text: vetoing(rule, reader) });
    default:
      return reader.say('noKind');
  }
};

/** The key that says how many points a rule of this kind is worth in the column 分值. */
export const pointsKey = (kind: string): 'points' | 'full' | undefined =>
  kind === 'band' ? undefined : kind === 'target' ? 'full' : 'points';

/** What a rule of this kind measures: an occasion, or an indicator. */
export const measureKey = (kind: string): 'each' | 'of' => (kind === 'band' || kind === 'target' ? 'of' : 'each');

/** Keys that lose their meaning when a rule becomes one of another kind. */
export const strayKeys = (kind: string): readonly string[] =>
  measureKey(kind) === 'of'
    ? ['each', 'checklists', 'schedules', 'tasks', 'items', 'after', 'basis']
    : ['of', 'bands', 'goal', 'full', 'step', 'missing'];
