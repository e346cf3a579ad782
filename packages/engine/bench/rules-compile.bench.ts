import { LogicEngine } from 'json-logic-engine';
import type { CompiledRules } from '../src/expression/compiled.ts';
import { compileRules } from '../src/expression/rules.ts';
import type { Rule } from '../src/expression/scope.ts';
import { bar, fact, median } from './harness.ts';
import { inputs, plainRules, rules } from './workload.ts';

/* Checking and compiling the rules of 200 different campaigns: time and memory for each rule; refusing hostile rules. */

const campaigns = 200;

/** The same rules with slightly other numbers, so that no campaign is like another. */
const varied = (logic: unknown, by: number): unknown => {
  if (typeof logic === 'number') return Math.round((logic + by) * 10_000) / 10_000;
  if (Array.isArray(logic)) return logic.map((each) => varied(each, by));
  if (typeof logic !== 'object' || logic === null) return logic;
  return Object.fromEntries(
    Object.entries(logic).map(([key, value]) => [
      key,
      key === 'var' ? value : key === 'round' ? [varied(value[0], by), ...value.slice(1)] : varied(value, by),
    ]),
  );
};

const vary = (list: readonly Rule[], from: number): readonly (readonly Rule[])[] =>
  Array.from({ length: campaigns }, (_, m) => list.map((rule) => ({ ...rule, logic: varied(rule.logic, (from + m) * 0.0001) })));

const collect = (globalThis as { gc?: () => void }).gc ?? (() => undefined);
const heap = (): number => {
  collect();
  collect();
  return process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
};

const ours = (list: readonly Rule[]): CompiledRules => {
  const compiled = compileRules({ inputs }, list);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.value;
};

const timed = (all: readonly (readonly Rule[])[], make: (list: readonly Rule[]) => unknown): readonly number[] =>
  all.map((list) => {
    const from = performance.now();
    make(list);
    return ((performance.now() - from) * 1000) / list.length;
  });

const engine = new LogicEngine();
const build = (list: readonly Rule[]): unknown => list.map((rule) => engine.build(rule.logic as never));

const cold = timed(vary(rules, 0), ours);
fact('compiling a rule, the first 200 campaigns of a process, mean', cold.reduce((a, b) => a + b) / campaigns, 'µs');
const others = timed(vary(plainRules, 0), build);
const [mine, theirs] = [median(timed(vary(rules, 500), ours)), median(timed(vary(plainRules, 500), build))];
fact('compiling a rule, json-logic-engine build()', theirs, 'µs');
fact('compiling a rule, json-logic-engine build(), the first 200 campaigns, mean', others.reduce((a, b) => a + b) / campaigns, 'µs');
bar('checking and compiling a rule: microseconds', mine, { atMost: 10 });
bar('checking and compiling a rule: times json-logic-engine build()', theirs / mine, { atLeast: 4 });

const sources = vary(rules, 1000);
const before = heap();
const kept = sources.map(ours);
const each = (heap() - before) / campaigns / rules.length;
bar('memory kept for a compiled rule: KB', each / 1024, { atMost: 1.5 });
if (kept.length !== campaigns) throw new Error('some were let go');

let deep: unknown = 1;
for (let i = 0; i < 20_000; i++) deep = { '!': [deep] };
const hostile = [deep, { '+': Array(6000).fill({ var: 'a.q1' }) }, { cat: ['x'.repeat(16 * 2 ** 20)] }, Array(1_000_000).fill(0)];
const refusals = hostile.map((logic) => {
  const times = Array.from({ length: 50 }, () => {
    const from = performance.now();
    if (compileRules({ inputs: [] }, [{ name: 'r', logic, at: '' }]).ok) throw new Error('not refused');
    return performance.now() - from;
  });
  return median(times);
});
bar('refusing a hostile rule: milliseconds', Math.max(...refusals), { atMost: 1 });
