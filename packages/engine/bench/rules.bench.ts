import { createRequire } from 'node:module';
import { LogicEngine } from 'json-logic-engine';
import { Machine } from '../src/expression/machine.ts';
import { compileRules } from '../src/expression/rules.ts';
import { type Answers, score, scoreInto } from './hand.ts';
import { bar, type Candidate, fact, microseconds, takeTurns, timesAsFast } from './harness.ts';
import { inputs, named, plainRules, pool, rules } from './workload.ts';

/* Scoring one checklist of 60 items by 104 rules: exact decimals, answers in, results out. */

type Apply = (logic: unknown, data: unknown) => unknown;
const jsonLogic = createRequire(import.meta.url)('json-logic-js') as { apply: Apply };
const engine = new LogicEngine();

type Groups = Record<string, Record<string, unknown>>;
type Step = readonly [group: string, key: string, take: (data: Groups) => unknown];

const steps = (make: (logic: unknown) => (data: Groups) => unknown): readonly Step[] =>
  plainRules.map(({ name, logic }) => [...(name.split('.') as [string, string]), make(logic)] as const);

const inOrder =
  (list: readonly Step[]) =>
  (answers: unknown): Groups => {
    const data: Groups = { a: answers as Record<string, unknown>, s: {}, v: {}, c: {}, r: {}, i: {} };
    for (const [group, key, take] of list) (data[group] as Record<string, unknown>)[key] = take(data);
    return data;
  };

const compiled = compileRules({ inputs }, rules);
if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
const machine = new Machine(compiled.value);

const plain = pool(1000);
const dotted = plain.map(named);
const at = <T>(list: readonly T[], i: number): T => list[i % list.length] as T;
const out: (boolean | number | string)[] = new Array(rules.length).fill(0);

const byBuild = inOrder(steps((logic) => engine.build(logic as never) as unknown as (data: Groups) => unknown));
const byRun = inOrder(steps((logic) => (data) => engine.run(logic as never, data)));
const byApply = inOrder(steps((logic) => (data) => jsonLogic.apply(logic, data)));

/** Differences between two results: none but those at a threshold, where doubles go wrong. */
const compare = (what: string, results: (answers: Record<string, unknown>) => Groups): void => {
  let wrong = 0;
  for (const answers of plain.slice(0, 200)) {
    machine.score(named(answers));
    const theirs = results(answers);
    for (const { name } of rules) {
      const [group, key] = name.split('.') as [string, string];
      const [a, b] = [machine.value(name), theirs[group]?.[key]];
      if (typeof a === 'number' ? Math.abs(a - Number(b)) > 2e-6 : a !== b) wrong += 1;
    }
  }
  if (wrong > 4) throw new Error(`${what}: ${wrong} results differ`);
};
compare('hand-written', (answers) => score(answers as unknown as Answers) as unknown as Groups);
compare('json-logic-engine build()', byBuild);
compare('json-logic-js', byApply);

const candidates: readonly Candidate[] = [
  { name: 'hand, named', run: (i) => score(at(plain, i) as unknown as Answers).r.total },
  { name: 'hand, list', run: (i) => scoreInto(at(plain, i) as unknown as Answers, out) },
  { name: 'ours', run: (i) => machine.score(at(dotted, i)) },
  { name: 'ours, run only', run: () => machine.run() },
  { name: 'ours, lazy view', run: (i) => machine.score(at(dotted, i)).view().value('r.total') },
  { name: 'json-logic-engine build()', run: (i) => byBuild(at(plain, i)) },
  { name: 'json-logic-engine run()', run: (i) => byRun(at(plain, i)) },
  { name: 'json-logic-js', run: (i) => byApply(at(plain, i)) },
];

const rates = takeTurns(candidates, { rounds: 11, milliseconds: 150, batch: 50 });
for (const { name } of candidates) fact(`one checklist, ${name}`, microseconds(rates, name), 'µs');
bar('scoring: share of hand-written TypeScript', timesAsFast(rates, 'ours', 'hand, list'), { atLeast: 0.5 });
bar('scoring: times json-logic-js', timesAsFast(rates, 'ours', 'json-logic-js'), { atLeast: 30 });
bar('scoring: times json-logic-engine build()', timesAsFast(rates, 'ours', 'json-logic-engine build()'), { atLeast: 3 });
bar('scoring: times json-logic-engine run()', timesAsFast(rates, 'ours', 'json-logic-engine run()'), { atLeast: 8 });
bar('lazy named view: share of hand-written TypeScript', timesAsFast(rates, 'ours, lazy view', 'hand, named'), { atLeast: 0.4 });
