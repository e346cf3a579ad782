import { Order } from '../src/ranking/order.ts';
import { bar, type Candidate, fact, median, microseconds, takeTurns } from './harness.ts';
import { chance } from './workload.ts';

/* New points for one unit and its new place, among a thousand and among a million. */

const candidate = (count: number): Candidate => {
  const random = chance(count);
  const order = new Order(0, 100_000);
  for (let unit = 0; unit < count; unit++) order.put(unit, Math.floor(random() * 100_001));
  const moves = Array.from({ length: 100_000 }, () => [Math.floor(random() * count), Math.floor(random() * 100_001)] as const);
  return {
    name: `${count.toLocaleString('en')} units`,
    run: (i) => {
      const [unit, points] = moves[i % moves.length] as readonly [number, number];
      order.put(unit, points);
      return order.place(unit);
    },
  };
};

const rates = takeTurns([1_000, 1_000_000].map(candidate), { batch: 1000 });
for (const name of rates.keys()) fact(`new points and place, ${name}`, microseconds(rates, name), 'µs');
const [thousand, million] = ['1,000 units', '1,000,000 units'].map((name) => rates.get(name) ?? []);
bar('rank update: cost among 1,000,000 over cost among 1,000', median((thousand ?? []).map((rate, i) => rate / (million?.[i] ?? 1))), {
  atMost: 3,
});
