import { Ajv } from 'ajv';
import { answerCheck } from '../src/expression/answers.ts';
import type { Type } from '../src/expression/type.ts';
import { bar, fact, microseconds, takeTurns, timesAsFast } from './harness.ts';
import { inputs, named, pool } from './workload.ts';

/* Checking the answers of a submission against their types, against ajv compiled from the same types. */

const schemaOf = (type: Type): object => {
  if (type.kind === 'boolean') return { type: 'boolean' };
  if (type.kind === 'choice') return { enum: type.choices };
  if (type.kind !== 'number') throw new Error(type.kind);
  const scale = 10 ** type.decimals;
  return { type: type.decimals ? 'number' : 'integer', minimum: type.low / scale, maximum: type.high / scale };
};

const validate = new Ajv({ allErrors: false }).compile({
  type: 'object',
  additionalProperties: false,
  required: inputs.map(({ name }) => name),
  properties: Object.fromEntries(inputs.map(({ name, type }) => [name, schemaOf(type)])),
});
const check = answerCheck(inputs);

const valid = pool(1000).map(named);
const invalid = valid.map((answers, i) => ({ ...answers, [`a.q${(i % 60) + 1}`]: 'none of these' }));
const at = <T>(list: readonly T[], i: number): T => list[i % list.length] as T;
for (const [list, wanted] of [
  [valid, true],
  [invalid, false],
] as const) {
  for (const answers of list)
    if (validate(answers) !== wanted || (check(answers, true).length === 0) !== wanted) throw new Error('the checks disagree');
}

const rates = takeTurns([
  { name: 'ours, valid', run: (i) => check(at(valid, i), true) },
  { name: 'ajv, valid', run: (i) => validate(at(valid, i)) },
  { name: 'ours, invalid', run: (i) => check(at(invalid, i), true) },
  { name: 'ajv, invalid', run: (i) => validate(at(invalid, i)) },
]);
for (const name of rates.keys()) fact(`checking a submission, ${name}`, microseconds(rates, name), 'µs');
bar('checking a submission: times ajv compiled', timesAsFast(rates, 'ours, valid', 'ajv, valid'), { atLeast: 1 });
