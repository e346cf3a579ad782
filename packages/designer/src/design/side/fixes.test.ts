import { examinePlan, type Problem } from '@xiuhua/engine';
import { describe, expect, it } from 'vitest';
import { edited } from '../draft/edits.ts';
import { type Json, listAt, valueAt } from '../draft/json.ts';
import { xiaoqing } from '../xiaoqing.fixture.ts';
import { fixFor } from './fixes.ts';

const plan = xiaoqing();
const at = (place: string, value: Json): Json => {
  const keys = place.split('/');
  const key = keys.pop() ?? '';
  return edited(plan, { type: 'WriteClause', at: keys.join('/'), keys: [key], value: { [key]: value } });
};
const problemsOf = (of: Json): readonly Problem[] => examinePlan(of).problems;

describe('a problem with one obvious fix', () => {
  it.each<readonly [code: string, broken: Json]>([
    ['phase.overlap', at('/phases/1/from', '2026-11-05')],
    ['phase.gap', at('/phases/1/from', '2026-11-09')],
    [
      'phase.reversed',
      edited(plan, { type: 'WriteClause', at: '/phases/1', keys: ['from', 'to'], value: { from: '2026-11-20', to: '2026-11-07' } }),
    ],
    ['phase.milestone-outside', at('/phases/0/milestones/0/by', '2026-11-12')],
    ['name.unknown', at('/responsibility/tasks/0/responsible', ['镇综合执法中对'])],
    ['name.unknown', at('/schedule/0/by', '县气象局')],
    ['name.duplicate', at('/phases/1/name', '全面排查阶段')],
    ['shape.not-a-choice', at('/schedule/0/holidays', 'forwards')],
    ['shape.unknown-key', at('/phases/0/revew', '2027-01-01')],
    ['shape.repeated', at('/responsibility/tasks/0/responsible', ['小箐村', '小箐村'])],
    ['item.most-below-points', at('/checklists/0/items/0/most', 0.1)],
    ['text.typo', at('/responsibility/tasks/0/text', '建立台帐，每周更新')],
    ['waiver.unused', at('/waivers', [{ code: 'phase.gap', reason: '无' }])],
  ])('%s is gone after one press', (code, broken) => {
    const problem = problemsOf(broken).find((each) => each.code === code);
    if (!problem) throw new Error(`${code} was not found: ${problemsOf(broken).map((each) => each.code)}`);
    const fix = fixFor(broken, problem);
    if (!fix) throw new Error('no fix');
    const after = edited(broken, fix.edit);
    expect(problemsOf(after).filter((each) => each.code === code && each.at === problem.at)).toEqual([]);
  });
  it('merges two names of one unit: the other becomes an alias and every reference follows', () => {
    const two = at('/organization/units', [...listAt(plan, '/organization/units'), { name: '综合执法队' }]);
    const used = edited(two, {
      type: 'WriteClause',
      at: '/responsibility/tasks/0',
      keys: ['responsible'],
      value: { responsible: ['综合执法队'] },
    });
    const problem = {
      code: 'party.alias-suspect',
      at: '',
      severity: 'hint',
      params: { one: '综合执法队', other: '镇综合执法中队' },
    } as unknown as Problem;
    const fix = fixFor(used, problem);
    const after = fix ? edited(used, fix.edit) : null;
    expect(valueAt(after, '/responsibility/tasks/0/responsible')).toEqual(['镇综合执法中队']);
    expect(
      listAt(after, '/organization/units')
        .map((unit) => JSON.stringify(unit))
        .join(),
    ).toContain('"综合执法队"');
    expect(listAt(after, '/organization/units')).toHaveLength(listAt(plan, '/organization/units').length);
  });
  it('is not offered where one would have to guess', () => {
    expect(
      fixFor(plan, { code: 'task.no-party', at: '/responsibility/tasks/0', severity: 'warning', params: {} } as unknown as Problem),
    ).toBeUndefined();
  });
});
