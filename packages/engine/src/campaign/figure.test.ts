import { describe, expect, it } from 'vitest';
import { ownScopes } from '../indicator/asked.ts';
import type { Actor } from './actor.ts';
import { figureOf } from './figure.ts';
import { compiled, people, planFile, play } from './story.fixture.ts';

const roads = {
  name: '道路完好率',
  unit: '%',
  binding: 'expected',
  task: '门前三包',
  rate: { numerator: '完好道路长度', denominator: '道路总长度', zero: 'no-data' },
  reported: { by: '城管所', every: 'month', covers: 'all' },
  targets: [{ target: 'at least 95', per: 'every-reading' }],
};
const toilets = {
  name: '新改建公厕',
  unit: '座',
  binding: 'binding',
  task: '门前三包',
  reported: { by: '各责任单位', every: 'month', covers: 'period' },
  targets: [{ target: 'at least 9', per: 'cumulative', due: '2026-06' }],
};
const plan = compiled({ ...planFile(), indicators: [roads, toilets] });
const station: Actor = { account: '城管所资料员', name: '城管所资料员', unit: '城管所', roles: ['unit'] };
const indicator = (name: string) => {
  const found = plan.indicators.get(name);
  if (!found) throw new Error(name);
  return found;
};

describe('the figure of a unit that a rule goes by', () => {
  const story = play([plan]);
  story.given(people.office, '2026-03-02T01:00:00.000Z', { type: 'AdoptPlan', plan: plan.hash });
  const april = '2026-04-02T02:00:00.000Z';
  const rate = { numerator: 95, denominator: 100 };
  story.given(station, april, { type: 'ReportReading', indicator: roads.name, period: '2026-03', ...rate, text: '', photos: [] });
  story.given(people.office, april, { type: 'VerifyReading', reading: '道路完好率·2026-03', passed: true, text: '', photos: [] });
  const span = { from: '2026-03-01', to: '2026-03-31', today: '2026-04-02' };

  it('is the whole for the one office that reports it, and nothing for any other unit', () => {
    expect(figureOf(story.campaign(), indicator(roads.name), '城管所', span)).toBeDefined();
    expect(figureOf(story.campaign(), indicator(roads.name), '东村', span)).toBeUndefined();
    expect([ownScopes(indicator(roads.name), '城管所'), ownScopes(indicator(roads.name), '东村')]).toEqual([
      [{ kind: 'whole', name: '' }],
      [],
    ]);
  });

  it('is its own where each unit of a group reports', () => {
    expect(ownScopes(indicator(toilets.name), '东村')).toEqual([{ kind: 'unit', name: '东村' }]);
    expect(ownScopes(indicator(toilets.name), '整治办')).toEqual([]);
  });
});
