import { Decimal } from 'decimal.js';
import { Machine } from '../src/expression/machine.ts';
import { compileRules } from '../src/expression/rules.ts';
import { type Answers, score } from './hand.ts';
import { bar, fact } from './harness.ts';
import { chance, fill, inputs, items, named, rules } from './workload.ts';

/* A million totals, each computed once more with decimal.js from the points of the items. */

const totals = 1_000_000;
const weights = [0.25, 0.2, 0.2, 0.15, 0.1, 0.1].map((weight) => new Decimal(weight));

const compiled = compileRules({ inputs }, rules);
if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
const machine = new Machine(compiled.value);
const random = chance(7);

/** The points of an item from its answer, in thousandths, by the checklist itself and not by its rules. */
const pointsOf = (item: (typeof items)[number], answer: unknown, isSeen: boolean): number => {
  if (!isSeen) return 0;
  if (item.kind === 'boolean') return answer ? item.points * 1000 : 0;
  if (item.kind === 'count') return Math.max(-item.cap * 1000, -Math.round(item.each * 1000) * Number(answer));
  if (item.kind === 'choice') return ({ A: item.points, B: item.points - 1, C: 1, D: 1 }[String(answer)] ?? 0) * 1000;
  return Number(answer) >= 95 ? item.points * 1000 : Number(answer) >= 80 ? 1500 : Number(answer) >= 60 ? 500 : 0;
};

const total = (answers: Readonly<Record<string, unknown>>): Decimal => {
  const categories = new Array(6).fill(80_000) as number[];
  for (const item of items) {
    const isSeen = item.seenWhen === undefined || machine.value(`v.${item.id}`) === true;
    categories[item.category] = (categories[item.category] as number) + pointsOf(item, answers[item.id], isSeen);
  }
  return categories.reduce(
    (sum, points, c) => sum.plus((weights[c] as Decimal).times(Math.max(0, Math.min(100_000, points))).dividedBy(1000)),
    new Decimal(0),
  );
};

let [different, doubles] = [0, 0];
for (let i = 0; i < totals; i++) {
  const answers = fill(random);
  machine.score(named(answers));
  const wanted = total(answers);
  if (machine.shown('r.total') !== wanted.toFixed()) different += 1;
  if (i < 100_000 && score(answers as unknown as Answers).r.total !== wanted.toNumber()) doubles += 1;
}
fact('totals computed in doubles that differ, of 100,000', doubles, 'totals');
bar('totals that differ from decimal.js, of 1,000,000', different, { atMost: 0 });
