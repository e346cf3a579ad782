import { type Answer, baseFlows, compilePlan, type FindingDesk, instantAt, type LedgerRow, type Plan } from '@xiuhua/engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verify } from '../work/verify.ts';
import { pngOf } from './pictures.fixture.ts';
import { databases } from './stores.fixture.ts';
import { dutiesOn, openTown, putInForce, type Town, townPlan, upload } from './town.fixture.ts';

const monday = '2026-11-02';
/** The town with the seven steps of digital city management, and a look-back. */
const plan: Plan = {
  ...townPlan,
  findings: {
    ...townPlan.findings,
    flow: 'seven-step',
    stages: [
      { name: '派遣', is: 'pending', within: '2 work hours' },
      { name: '挂账', is: 'suspended' },
    ],
    moves: [
      { name: '挂账', from: ['处置'], to: '挂账', by: ['leader'], needs: ['text', 'day'], does: 'suspend' },
      { name: '恢复办理', from: ['挂账'], to: '处置', by: ['office'], does: 'resume' },
    ],
    lookBack: { every: 'month', draw: 1 },
  },
};

const compiled = (() => {
  const outcome = compilePlan(plan);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
})();

describe.each(databases)('findings with seven steps on %s', (database) => {
  let town: Town;
  let base: string;
  const failed = '门前干净';
  const finding = `visit-0001/${[...(compiled.checklists.get('门前三包检查表')?.items.keys() ?? [])].indexOf(failed)}`;
  let commands = 0;

  /** Somebody makes a move; the codes of what stands in its way. */
  const move = async (login: string, at: string, name: string, more: Record<string, unknown> = {}) => {
    town.clock.set(at);
    commands++;
    const command = { type: 'MoveFinding', finding, move: name, text: '', photos: [], ...more };
    return (await (await town.as(login)).post(`${base}/commands`, { id: `command-${commands}`, command })).codes;
  };
  const desk = async (login: string) =>
    (await (await town.as(login)).get(`${base}/findings/${encodeURIComponent(finding)}`)).as<FindingDesk>();

  beforeAll(async () => {
    town = await openTown(database);
    base = `/api/campaigns/${town.campaign}`;
    const office = await town.as('bangongshi');
    await office.put(`${base}/draft`, { plan, revision: 1 });
    const adopted = await putInForce(base, compiled.hash, { office, leader: await town.as('zuzhang') });
    expect(adopted.codes).toEqual([]);
    town.clock.set(instantAt(monday, '10:00'));
    const jia = await town.as('jia');
    const duty = dutiesOn(monday).find(({ site, checklist }) => site === '东街门面段' && checklist === '门前三包检查表');
    if (!duty) throw new Error('no duty');
    const { hash: photo } = await upload(jia, town.campaign, pngOf('shop front'));
    const items = [...(compiled.checklists.get(duty.checklist)?.items.keys() ?? [])];
    const answers = Object.fromEntries(
      items.map((item): [string, Answer] => [item, item === failed ? { result: 'fail', photos: [photo] } : { result: 'pass' }]),
    );
    const command = {
      type: 'SubmitChecklist',
      submission: 'visit-0001',
      plan: compiled.hash,
      duty: duty.id,
      filledAt: instantAt(monday, '09:50'),
      answers,
    };
    const receipt = await jia.put(`${base}/submissions/visit-0001`, command);
    expect([receipt.status, receipt.codes]).toEqual([201, []]);
  });
  afterAll(() => town.close());

  test('each person sees what he may do, and does no more', async () => {
    expect((await desk('bangongshi')).moves.map((one) => one.move)).toEqual(['立案', '不予立案']);
    expect((await desk('jia')).moves).toEqual([]);
    expect(await move('jia', instantAt(monday, '10:10'), '立案')).toEqual(['move.not-yours']);
    expect(await move('bangongshi', instantAt(monday, '10:10'), '立案')).toEqual([]);
    expect(await move('bangongshi', instantAt(monday, '10:20'), '派遣', { unit: '小箐村' })).toEqual([]);
    expect((await desk('cun')).moves.map((one) => one.move)).toEqual(['回退', '反馈']);
  });

  test('a unit sees what it had before it went to another, and one that never had it does not', async () => {
    expect(await move('cun', instantAt(monday, '15:00'), '回退', { text: '属社区管理' })).toEqual([]);
    expect(await move('bangongshi', instantAt(monday, '15:30'), '派遣', { unit: '小箐社区' })).toEqual([]);
    expect(await desk('cun')).toMatchObject({ unit: '小箐社区', moves: [], number: 2 });
    expect((await desk('shequ')).moves.map((one) => one.move)).toContain('反馈');
  });

  test('it is put right, verified by somebody else, written off, drawn for a look-back and opened again', async () => {
    const unit = await town.as('shequ');
    const { hash: photo } = await upload(unit, town.campaign, pngOf('cleaned'));
    expect(await move('shequ', instantAt('2026-11-04', '09:00'), '反馈', { text: '已清理' })).toEqual(['move.photo-missing']);
    expect(await move('shequ', instantAt('2026-11-04', '09:00'), '反馈', { text: '已清理', photos: [photo] })).toEqual([]);
    expect(await move('bangongshi', instantAt('2026-11-04', '10:00'), '批转核查')).toEqual([]);
    expect(await move('yi', instantAt('2026-11-04', '11:00'), '核查合格')).toEqual([]);
    const rows = (await (await town.as('bangongshi')).get(`${base}/ledger`)).as<LedgerRow[]>();
    expect(rows).toMatchObject([{ finding, writtenOff: 1, state: 'closed', stage: '结案', sentBack: 1 }]);
    town.clock.set(instantAt('2026-12-01', '09:00'));
    const office = await town.as('bangongshi');
    const drawn = await office.post(`${base}/commands`, { id: 'look-back-11', command: { type: 'DrawLookBack', period: '2026-11' } });
    expect(drawn.as()).toMatchObject({ events: [{ fact: { type: 'LookBackDrawn', drawn: [finding] } }] });
    expect((await office.get(`${base}/look-backs`)).as()).toMatchObject([{ period: '2026-11', drawn: [finding] }]);
    expect((await (await town.as('shequ')).get(`${base}/look-backs`)).status).toBe(404);
    expect(await move('yi', instantAt('2026-12-02', '09:00'), '回头看不合格', { text: '又乱了' })).toEqual([]);
    expect(await desk('shequ')).toMatchObject({ state: 'rectifying', closed: null, number: 3 });
  });

  test('a past day shows what was known then, without anything to do', async () => {
    const then = await (await town.as('bangongshi')).get(`${base}/findings/${encodeURIComponent(finding)}?day=${monday}`);
    expect(then.as()).toMatchObject({ state: 'rectifying', closed: null, moves: [], unit: '小箐社区' });
  });

  test('every record follows from the log, byte for byte', async () => {
    expect(await verify(town.store, town.folder)).toMatchObject({ ok: true, faults: [] });
  });
});

test('the ready-made flow the doors show is the one the server runs', () => {
  expect(baseFlows['seven-step'].moves.map(({ name }) => name)).toEqual(
    [...compiled.flow.moves.keys()].filter((name) => baseFlows['seven-step'].moves.some((one) => one.name === name)),
  );
});
