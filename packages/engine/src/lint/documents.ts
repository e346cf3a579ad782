import { lastDayOf } from '../calendar/day.ts';
import { clauseOf, type Problem, pointer, problem } from '../problem/problem.ts';
import { superseded } from './dictionary.ts';
import { firstOf, type LintRule, spotOf } from './ground.ts';

/** The number of a document as it should be written; `undefined` when it is, or when it is none. */
const tidied = (number: string): string | undefined => {
  const parts = /^(.*?)\s*[〔[【(（{]?\s*(\d{4})\s*[〕\]】)）}]?\s*第?\s*0*([1-9]\d*)\s*号$/.exec(number);
  if (!parts || /令/.test(number)) return undefined;
  const [, agency = '', year = '', n = ''] = parts;
  const better = `${agency}〔${year}〕${n}号`;
  return better === number || agency === '' ? undefined : better;
};

const numberFormat: LintRule = ({ compiled: { plan } }) => {
  const numbers = [
    { found: plan.number, at: '/number' },
    ...(plan.basis ?? []).map(({ number }, i) => ({ found: number, at: `/basis/${i}/number` })),
  ];
  return numbers.flatMap(({ found, at }) => {
    const better = found === undefined ? undefined : tidied(found);
    return better === undefined ? [] : [problem('basis.number-format', at, { found, better })];
  });
};

/** What a document is whatever its edition: its title or standard without year and edition. */
const withoutEdition = (text: string): string =>
  text
    .replace(/（?(试行|暂行|修订|征求意见稿|20\d{2}年?版?|19\d{2}年?版?)）?/g, '')
    .replace(/[-—]\d{2,4}$/, '')
    .trim();

const editions: LintRule = ({ compiled: { plan } }) => {
  const all = (plan.basis ?? []).flatMap(({ title, number }, i) => {
    const standard = number !== undefined && /^[A-Z]{2,4}(\/[A-Z])? ?\d/.test(number) ? number : undefined;
    return [
      { key: withoutEdition(standard ?? title), text: standard ?? `${title}${number ? `（${number}）` : ''}`, at: pointer('/basis', i) },
    ];
  });
  return all.flatMap((one, i) => {
    const other = all.slice(0, i).find((before) => before.key === one.key && before.text !== one.text);
    return other ? [problem('basis.edition-conflict', one.at, { one: other.text, other: one.text })] : [];
  });
};

const replaced: LintRule = ({ walk, compiled: { plan } }) => {
  const numbers = (plan.basis ?? []).map(({ title, number = '' }, i) => ({ text: `${title} ${number}`, at: pointer('/basis', i) }));
  const all = [...numbers, ...walk.texts.filter(({ at }) => !at.startsWith('/basis/'))];
  return all.flatMap(({ text, at }) =>
    superseded.flatMap(([old, better]) => {
      const found = old.exec(text)?.[0];
      return found === undefined ? [] : [problem('basis.superseded', at, { found, better })];
    }),
  );
};

/** A saying whatever its number: 六乱 and 八乱 are N乱. */
const withoutNumbers = (name: string): string => name.replace(/[一二三四五六七八九十两百零\d%]+/g, 'N').replace(/[“”、和个]/g, '');

const sets: LintRule = ({ compiled: { plan } }) => {
  const all = (plan.sets ?? []).map((set, i) => ({ set, i, key: withoutNumbers(set.name) })).filter(({ key }) => key !== 'N');
  return all.flatMap(({ set, i, key }) => {
    const other = all.find((before) => before.i < i && before.key === key);
    return other && other.set.items.join() !== set.items.join()
      ? [problem('set.two-definitions', pointer('/sets', i), { ...clauseOf('set', set), other: other.set.name })]
      : [];
  });
};

const saying = /“([一二三四五六七八九十两][^”\d，。、（]{1,7}|\d{1,2}个[^”，。、（]{1,7})”/g;
const notSets = /五|年|期|届|次|级|季|月|日|批|路|线|大道|公里|平方|体化|号|街|网|站|屏|中心|平台/;

/** Only sayings of the form N + a thing, such as “六乱” or “七个百分百”, that the plan speaks of and never explains. */
const unexplained: LintRule = ({ walk, compiled: { plan } }) => {
  const known = (plan.sets ?? []).map(({ name }) => name);
  const found = walk.texts
    .filter(({ at }) => /^\/(goals|responsibility)\//.test(at) && at.match(/\/(goals\/\d+|text)$/))
    .flatMap((passage) => [...passage.text.matchAll(saying)].map(([, said = '']) => ({ passage, said })))
    .filter(({ said }) => !notSets.test(said) && !known.some((name) => name.includes(said) || said.includes(name)));
  return firstOf(found, ({ said }) => said).map(({ passage, said }) =>
    problem('set.not-registered', passage.at, { ...spotOf(passage), found: said }),
  );
};

const duplicates: LintRule = ({ compiled: { plan } }) => {
  const tasks = plan.responsibility.tasks;
  const first = new Map<string, string>();
  return tasks.flatMap((task, i): readonly Problem[] => {
    const text = task.text?.trim() ?? '';
    const other = first.get(text);
    if (text.length < 8) return [];
    if (other === undefined) first.set(text, task.name);
    return other === undefined
      ? []
      : [problem('task.duplicate', `${pointer('/responsibility/tasks', i)}/text`, { ...clauseOf('task', task), other })];
  });
};

const outside: LintRule = ({ compiled: { plan, from }, end }) =>
  plan.responsibility.tasks.flatMap((task, i) => {
    const at = pointer('/responsibility/tasks', i);
    const dated = [
      ...(task.deliverables ?? []).map((one, j) => ({
        clause: clauseOf('deliverable', one),
        by: one.by,
        at: `${at}/deliverables/${j}/by`,
      })),
      ...(task.projects ?? []).flatMap((one, j) =>
        (one.stages ?? []).map((stage, k) => ({
          clause: clauseOf('project', one),
          by: stage.by,
          at: `${at}/projects/${j}/stages/${k}/by`,
        })),
      ),
    ];
    return dated.flatMap(({ clause, by, at: place }) => {
      const day = by === undefined ? undefined : lastDayOf(by);
      const misses = day !== undefined && (day < from || (end !== null && day > end && by !== end.slice(0, by?.length)));
      return misses ? [problem('deliverable.due-outside', place, { ...clause, by, from, to: end ?? '…' })] : [];
    });
  });

/** Documents cited, sayings, and texts that repeat each other. */
export const documentRules: readonly LintRule[] = [numberFormat, editions, replaced, sets, unexplained, duplicates, outside];
