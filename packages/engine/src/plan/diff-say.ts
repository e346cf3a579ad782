import { noun } from '../problem/nouns.ts';
import type { Diff, Difference, Step } from './diff.ts';
import { identityKeys, inside } from './diff-identity.ts';
import { type Language, listed, quoted, sayValue, titleOf } from './diff-words.ts';
import { Plan } from './schema.ts';
import type { Holder, Shape } from './shape.ts';

/** The differences of one clause, in order. `clause` is empty for what belongs to the section itself. */
export interface ClauseDiff {
  readonly section: string;
  readonly clause: Holder;
  readonly differences: readonly Difference[];
}

/** The differences by section and clause, in the order of the document; those that only follow a renaming are left out. */
export const groupDiff = (diff: Diff): readonly ClauseDiff[] => {
  const groups = new Map<string, { readonly section: string; readonly clause: Holder; readonly differences: Difference[] }>();
  for (const change of diff.differences) {
    if (change.follows) continue;
    const { section, clause } = change;
    const key = JSON.stringify([section, clause.holder, clause.name]);
    const group = groups.get(key) ?? { section, clause, differences: [] };
    group.differences.push(change);
    groups.set(key, group);
  }
  return [...groups.values()];
};

/** A place on the way from the plan to a change: the shape there, and what it is called. */
interface Stop {
  readonly shape: Shape | undefined;
  readonly step: Step;
}

const stopsOf = (change: Difference): readonly Stop[] => {
  let shape: Shape | undefined = Plan as unknown as Shape;
  return change.path.map((step) => {
    shape = typeof step === 'string' ? inside(shape, step) : shape?.items;
    return { shape, step };
  });
};

const declares = (shape: Shape | undefined): boolean => Object.values(shape?.properties ?? {}).some((property) => property.declares);

/** What an unnamed thing is for, in words: `2025、阿镇城区、约束性`. */
const sayIdentity = (shape: Shape | undefined, of: readonly string[], language: Language): string => {
  const keys = identityKeys(shape);
  const words = of.map((text, i) => {
    const choice = inside(shape, keys[i] ?? '')?.anyOf?.find((one) => one.const === text);
    return choice ? titleOf(choice, text, language) : text;
  });
  return listed(words.filter(Boolean), language);
};

/** The headings between the clause and the change: 领导小组的“组长”. The list of a named thing goes without saying. */
const label = (change: Difference, language: Language): string => {
  const stops = stopsOf(change);
  const last = stops.length - 1;
  const from = stops.findLastIndex(({ shape, step }, i) => i < last && typeof step !== 'string' && declares(shape)) + 1;
  const start = Math.max(from, change.section === '' ? 0 : 1);
  const words = stops.slice(start).flatMap(({ shape, step }, i, rest) => {
    if (typeof step !== 'string')
      return declares(shape) ? [] : [`${titleOf(shape, '', language)}（${sayIdentity(shape, step.of, language)}）`];
    const next = rest[i + 1];
    return next && typeof next.step !== 'string' ? [] : [titleOf(shape, step, language)];
  });
  return words.length === 0 ? '' : quoted(words.join(language === 'zh' ? '的' : ' / '));
};

const sayList = (change: Difference, shape: Shape | undefined, language: Language): string | undefined => {
  if (
    !Array.isArray(change.before) ||
    !Array.isArray(change.after) ||
    [...change.before, ...change.after].some((one) => typeof one !== 'string')
  )
    return undefined;
  const [before, after] = [change.before as readonly string[], change.after as readonly string[]];
  const say = (names: readonly string[]): string => sayValue({ type: 'array', items: shape?.items }, names, language);
  const [came, went] = [after.filter((one) => !before.includes(one)), before.filter((one) => !after.includes(one))];
  if (came.length === 0 && went.length === 0) return language === 'zh' ? '调整了顺序' : 'changed its order';
  const parts =
    language === 'zh'
      ? [came.length ? `增加${say(came)}` : '', went.length ? `去掉${say(went)}` : '']
      : [came.length ? `gained ${say(came)}` : '', went.length ? `lost ${say(went)}` : ''];
  return parts.filter(Boolean).join(language === 'zh' ? '，' : ', ');
};

const zh = (change: Difference, shape: Shape | undefined): string => {
  const what = label(change, 'zh');
  const said = (value: unknown): string => sayValue(shape, value, 'zh');
  const thing = typeof change.path.at(-1) !== 'string' || what === '';
  switch (change.kind) {
    case 'added':
      return thing ? `增加${declares(shape) || what === '' ? said(change.after) : what}` : `写明${what}：${said(change.after)}`;
    case 'removed':
      return thing ? `删去${declares(shape) || what === '' ? said(change.before) : what}` : `去掉${what}（原为${said(change.before)}）`;
    case 'reordered':
      return `${what}调整了先后顺序`;
    case 'changed': {
      const list = sayList(change, shape, 'zh');
      return list ? `${what}${list}` : `${what}由${said(change.before)}改为${said(change.after)}`;
    }
  }
};

const en = (change: Difference, shape: Shape | undefined): string => {
  const what = label(change, 'en');
  const said = (value: unknown): string => sayValue(shape, value, 'en');
  const thing = typeof change.path.at(-1) !== 'string' || what === '';
  switch (change.kind) {
    case 'added':
      return thing ? `added ${declares(shape) || what === '' ? said(change.after) : what}` : `set ${what}: ${said(change.after)}`;
    case 'removed':
      return thing
        ? `removed ${declares(shape) || what === '' ? said(change.before) : what}`
        : `removed ${what} (was ${said(change.before)})`;
    case 'reordered':
      return `reordered ${what}`;
    case 'changed': {
      const list = sayList(change, shape, 'en');
      return list ? `${what} ${list}` : `${what} from ${said(change.before)} to ${said(change.after)}`;
    }
  }
};

const weights = {
  zh: { stricter: '（从严）', looser: '（从宽）', neutral: '' },
  en: { stricter: ' (stricter)', looser: ' (looser)', neutral: '' },
} as const;

/** One change in words, without its clause and without whether it is stricter. */
export const sayChange = (change: Difference, language: Language): string => {
  const shape = stopsOf(change).at(-1)?.shape;
  return (language === 'zh' ? zh : en)(change, change.path.length === 0 ? undefined : shape);
};

/** One change in words, without its clause. */
export const sayDifference = (change: Difference, language: Language): string =>
  `${sayChange(change, language)}${weights[language][change.weight]}`;

const sayClause = ({ clause }: ClauseDiff, language: Language): string => {
  if (!clause.holder) return '';
  const source = clause.source ? (language === 'zh' ? `（${clause.source}）` : ` (${clause.source})`) : '';
  return `${noun(language, clause.holder)}${language === 'en' ? ' ' : ''}${quoted(clause.name ?? '')}${source}${language === 'zh' ? '：' : ': '}`;
};

const sum = (diff: Diff, language: Language): string => {
  const own = diff.differences.filter((change) => !change.follows);
  const count = (weight: Difference['weight']): number => own.filter((change) => change.weight === weight).length;
  const [stricter, looser, neutral] = [count('stricter'), count('looser'), count('neutral')];
  return language === 'zh'
    ? `共${own.length}处不同：从严${stricter}处，从宽${looser}处，其他${neutral}处。`
    : `${own.length} difference(s): ${stricter} stricter, ${looser} looser, ${neutral} other.`;
};

/**
 * The differences as lines to print: how many there are, then under the heading of each section one line for each
 * clause, with what changed in it and whether that is stricter or looser. A single line when nothing differs.
 */
export const sayDiff = (diff: Diff, language: Language): readonly string[] => {
  const groups = groupDiff(diff);
  if (groups.length === 0) return [language === 'zh' ? '两份方案没有区别。' : 'The two plans do not differ.'];
  const heads = new Set<string>();
  const lines = groups.flatMap((group) => {
    const key = group.section;
    const title =
      key === ''
        ? language === 'zh'
          ? '公文首部'
          : 'Head of the document'
        : titleOf(inside(Plan as unknown as Shape, key), key, language);
    const head = heads.has(key) ? [] : [title];
    heads.add(key);
    const differences = group.differences.map((change) => sayDifference(change, language)).join(language === 'zh' ? '；' : '; ');
    return [...head, `  ${sayClause(group, language)}${differences}${language === 'zh' ? '。' : '.'}`];
  });
  return [sum(diff, language), ...lines];
};
