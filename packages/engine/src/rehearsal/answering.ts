import { addDays, type Day } from '../calendar/day.ts';
import type { Answer } from '../checklist/answer.ts';
import { needsPhoto } from '../checklist/answers.ts';
import { askedItems } from '../checklist/asked.ts';
import { type CompiledChecklist, type CompiledItem, isJudged } from '../checklist/compile.ts';
import { type Fails, failsAt } from '../checklist/fails.ts';
import type { Column, Item } from '../checklist/schema.ts';
import type { Luck } from './luck.ts';
import { photosOf } from './world.ts';

const spots = ['东头第三间', '靠路口一侧', '居民楼下', '电杆旁', '转角处', '中段', '西头', '门口'];
const remarks = ['已告知现场负责人。', '现场拍照留存。', '情况属实。', '与上次相同。'];

type Value = Exclude<Answer['value'], undefined>;
type Numbers = Pick<Item, 'least' | 'greatest' | 'decimals'>;

/** A number with so many decimals, exactly as it would be written. */
const written = (units: number, decimals: number): number => Number(`${units}e-${decimals}`);

/** Numbers that an item takes, near the limit of its phrase when it has one. */
const numbersFor = ({ least = 0, greatest, decimals = 0 }: Numbers, fails: Fails | null, luck: Luck): readonly number[] => {
  const scale = Number(`1e${decimals}`);
  const low = Math.ceil(least * scale);
  const high = Math.floor((greatest ?? Math.max(least + 100, 2 * Math.abs(least))) * scale);
  const near = fails && 'than' in fails ? Math.round(fails.than * scale) : undefined;
  const reach = Math.max(1, Math.round((high - low) / 10));
  const around = near === undefined ? [] : [near - luck.whole(1, reach), near + luck.whole(1, reach), near - 1, near + 1];
  return [...around, luck.whole(low, Math.max(low, high)), low, high]
    .filter((units) => units >= low && units <= Math.max(low, high))
    .map((units) => written(units, decimals));
};

const words = (choices: readonly string[], luck: Luck): readonly string[] => {
  const start = luck.whole(0, Math.max(0, choices.length - 1));
  return choices.map((_, i) => choices[(start + i) % choices.length] as string);
};

const cellOf = (column: Column, day: Day, luck: Luck): string | number | boolean => {
  switch (column.answer) {
    case 'count':
      return luck.whole(0, 9);
    case 'number':
      return written(luck.whole(0, 5000), Math.min(2, column.decimals ?? 2));
    case 'choice':
      return luck.one(column.choices?.length ? column.choices : ['']);
    case 'yes-no':
      return luck.likely(0.5);
    case 'date':
      return addDays(day, -luck.whole(0, 30));
    case 'text':
      return luck.one(spots);
  }
};

const rowsOf = (columns: readonly Column[], day: Day, luck: Luck): Record<string, string | number | boolean>[] =>
  Array.from({ length: luck.whole(1, 3) }, () => Object.fromEntries(columns.map((column) => [column.name, cellOf(column, day, luck)])));

const placeOf = (luck: Luck): string =>
  `${written(luck.whole(104_000_000, 121_000_000), 6)},${written(luck.whole(25_000_000, 40_000_000), 6)}`;

/** Values an item takes, likelier ones first; none for kinds that carry no value. */
const valuesFor = (item: Item, fails: Fails | null, { day, luck }: Visit): readonly Value[] => {
  switch (item.answer ?? 'pass') {
    case 'yes-no':
      return luck.likely(0.5) ? [true, false] : [false, true];
    case 'count':
      return numbersFor({ ...item, decimals: 0 }, fails, luck);
    case 'number':
      return numbersFor({ ...item, decimals: Math.min(item.decimals ?? 2, 6) }, fails, luck);
    case 'choice':
      return words(item.choices ?? [], luck);
    case 'several':
      return [...words(item.choices ?? [], luck).map((word) => [word]), []];
    case 'text':
      return [luck.one(remarks), ...(fails && 'words' in fails ? fails.words : [])];
    case 'signature':
      return ['现场负责人已签'];
    case 'date':
      return [day, addDays(day, -luck.whole(1, 60))];
    case 'place':
      return [placeOf(luck)];
    case 'table':
      return [rowsOf(item.columns ?? [], day, luck)];
    default:
      return [];
  }
};

/** What is settled of an answer; the rest is invented. */
export type Settled = Pick<Partial<Answer>, 'result' | 'value' | 'count'>;

/** Where somebody stands and how likely things are to be wrong there. */
export interface Visit {
  readonly day: Day;
  /** Share of the items that fail. */
  readonly failing: number;
  readonly luck: Luck;
  /** Answers that are settled, by item. */
  readonly settled?: Readonly<Record<string, Settled>>;
}

/** The result and value of a settled answer: where there is a value, it decides. */
const settledResult = (item: CompiledItem, { result, value }: Settled): Pick<Answer, 'result' | 'value'> => {
  if (result === 'not-applicable') return { result };
  if ((item.item.answer ?? 'pass') === 'pass') return { result: result ?? 'pass', ...(value === undefined ? {} : { value }) };
  const judged = !item.fails ? 'recorded' : failsAt(item.fails, value) ? 'fail' : 'pass';
  return { result: judged, ...(value === undefined ? {} : { value }) };
};

const resultOf = (item: CompiledItem, visit: Visit): Pick<Answer, 'result' | 'value'> => {
  const bad = isJudged(item.item) && visit.luck.likely(visit.failing);
  if ((item.item.answer ?? 'pass') === 'pass') {
    if (!bad && visit.luck.likely(0.02)) return { result: 'not-applicable' };
    return { result: bad ? 'fail' : 'pass' };
  }
  const values = valuesFor(item.item, item.fails, visit);
  const { fails } = item;
  if (!fails) return { result: 'recorded', ...(values[0] === undefined ? {} : { value: values[0] }) };
  const value = values.find((one) => failsAt(fails, one) === bad) ?? values[0];
  return { result: failsAt(fails, value) ? 'fail' : 'pass', ...(value === undefined ? {} : { value }) };
};

const answerTo = (item: CompiledItem, visit: Visit): Answer => {
  const { luck, settled = {} } = visit;
  const own = Object.hasOwn(settled, item.item.name) ? settled[item.item.name] : undefined;
  const result = own ? settledResult(item, own) : resultOf(item, visit);
  const failed = result.result === 'fail';
  const photos = needsPhoto(item, result) ? { photos: [...photosOf(item.item.photosLeast ?? 1, luck)] } : {};
  const note = failed ? { note: luck.one(spots) } : {};
  const count = own ? own.count : failed && item.item.counted ? luck.one([1, 1, 1, 2, 2, 3, 5]) : undefined;
  return { ...result, ...note, ...(count === undefined ? {} : { count }), ...photos };
};

/**
 * What an inspector answers to the items put to a site. Conditions are followed: an item is answered when it is asked,
 * and what is no longer asked in the end is left out. Optional items are sometimes left open.
 */
export const answersFor = (
  checklist: CompiledChecklist,
  items: ReadonlyMap<string, CompiledItem>,
  visit: Visit,
): Record<string, Answer> => {
  let answers: Record<string, Answer> = {};
  const skipped = new Set<string>();
  for (let round = 0; round <= items.size; round++) {
    const asked = askedItems(checklist.checklist, checklist.asked, answers);
    const open = [...items.values()].filter(({ item }) => asked.has(item.name) && !answers[item.name] && !skipped.has(item.name));
    const kept = Object.entries(answers).filter(([name]) => asked.has(name));
    if (open.length === 0 && kept.length === Object.keys(answers).length) return answers;
    answers = Object.fromEntries(kept);
    for (const item of open)
      if (item.item.optional && !Object.hasOwn(visit.settled ?? {}, item.item.name) && visit.luck.likely(0.3)) skipped.add(item.item.name);
      else answers[item.item.name] = answerTo(item, visit);
  }
  return answers;
};
