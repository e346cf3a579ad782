import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openRefusingTown, type RefusingTown } from '../app/refusal.fixture.ts';
import { passwordOf, townPlan } from '../app/town.fixture.ts';

let town: RefusingTown;
let base: string;
let jia: RefusingTown['jia'];
let office: RefusingTown['office'];
let refused: RefusingTown['refused'];
let visit: RefusingTown['visit'];

beforeAll(async () => {
  town = await openRefusingTown();
  ({ base, jia, office, refused, visit } = town);
});
beforeEach(() => town.remember());
afterAll(() => town.close());

const deep = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

describe('a body that is not right', () => {
  test('broken JSON is named by line and column', async () => {
    expect(await refused(await office.ask('PUT', `${base}/draft`, '{"plan": {,}}'))).toMatchObject({
      status: 400,
      code: 'json.syntax',
      message: expect.stringContaining('第1行第11列'),
    });
  });
  test('text that is no UTF-8', async () => {
    expect(await refused(await office.ask('PUT', `${base}/draft`, Buffer.from([0x22, 0xff, 0x22])))).toMatchObject({
      status: 400,
      code: 'request.malformed',
    });
  });
  test('JSON ten thousand levels deep, and one level too deep', async () => {
    expect(await refused(await office.ask('PUT', `${base}/draft`, deep(10_000)))).toMatchObject({ status: 400, code: 'json.too-deep' });
    expect(await refused(await office.ask('PUT', `${base}/draft`, deep(65)))).toMatchObject({ status: 400, code: 'json.too-deep' });
    expect((await office.ask('PUT', `${base}/draft`, deep(64))).codes).not.toContain('json.too-deep');
  });
  test.each(['__proto__', 'constructor', 'prototype'])('the key %s', async (key) => {
    const reply = await office.ask('PUT', `${base}/draft`, `{"plan": {"${key}": {"admin": true}}, "revision": 1}`);
    expect(await refused(reply)).toMatchObject({ status: 400, code: 'json.forbidden-key', message: expect.stringContaining(key) });
  });
  test('a hundred thousand faults in one body are answered as fast as one', async () => {
    const started = performance.now();
    const reply = await office.ask('PUT', `${base}/draft`, `{${'"prototype":1,'.repeat(100_000)}"a":1}`);
    expect(await refused(reply)).toMatchObject({ status: 400, code: 'json.forbidden-key' });
    expect(reply.codes.length).toBeLessThanOrEqual(100);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
  test('a key written with escapes to hide it', async () => {
    expect(await refused(await office.ask('POST', '/api/plans/check', '{"plan": {"\\u005f_proto__": 1}}'))).toMatchObject({
      code: 'json.forbidden-key',
    });
  });
  test('a plan of five megabytes, and any other body of more than one', async () => {
    const huge = JSON.stringify({ plan: { note: 'x'.repeat(5_000_000) }, revision: 1 });
    expect(await refused(await office.ask('PUT', `${base}/draft`, huge))).toMatchObject({
      status: 413,
      code: 'request.too-large',
      message: expect.stringContaining('2 MB'),
    });
    const large = JSON.stringify({ ...visit('large-0001'), note: 'x'.repeat(1_100_000) });
    expect(await refused(await jia.ask('PUT', `${base}/submissions/large-0001`, large))).toMatchObject({
      status: 413,
      code: 'request.too-large',
      message: expect.stringContaining('1 MB'),
    });
  });
  test('an unknown key, with the nearest known one', async () => {
    const reply = await office.put(`${base}/draft`, { plan: townPlan, revison: 1 });
    expect(await refused(reply)).toMatchObject({ status: 400, code: expect.stringMatching(/unknown-key|missing-key/) });
    expect(reply.text).toContain('是否为“revision”');
  });
  test('keys a person may not set: roles, scores and states are unknown keys', async () => {
    const admin = await town.as('guanli');
    const person = { login: 'xinren', name: '新人', password: passwordOf('xinren'), admin: false };
    for (const more of [{ id: 'x' }, { createdAt: 'x' }, { disabled: false }]) {
      expect(await refused(await admin.post('/api/accounts', { ...person, ...more }))).toMatchObject({
        status: 400,
        code: 'request.unknown-key',
      });
    }
    for (const more of [{ day: '2026-01-01' }, { counts: true }, { by: 'me' }, { site: '东街门面段' }]) {
      expect(await refused(await jia.put(`${base}/submissions/extra-0001`, { ...visit('extra-0001'), ...more }))).toMatchObject({
        code: 'request.unknown-key',
      });
    }
  });
  test('another kind of content, or a compressed one', async () => {
    const headers = { 'content-type': 'text/xml' };
    expect(await refused(await office.ask('PUT', `${base}/draft`, '<plan/>', headers))).toMatchObject({
      status: 415,
      code: 'request.unsupported-type',
    });
    expect(await refused(await office.ask('PUT', `${base}/draft`, 'x', { 'content-encoding': 'gzip' }))).toMatchObject({
      status: 415,
      code: 'request.unsupported-type',
    });
  });
  test('in English for who asks for it', async () => {
    const reply = await office.ask('PUT', `${base}/draft`, '{"plan": {,}}', { 'accept-language': 'en-GB,en;q=0.9,zh;q=0.5' });
    expect(reply.as<{ problems: { message: string }[] }>().problems[0]?.message).toMatch(/^Line 1/);
  });
});

describe('a plan that is wrong', () => {
  const checked = async (change: (plan: typeof townPlan) => unknown) =>
    (await office.post('/api/plans/check', { plan: change(structuredClone(townPlan)) })).as<{
      ok: boolean;
      problems: { code: string; at: string; message: string }[];
    }>();
  test('an unknown unit, with the nearest name', async () => {
    const verdict = await checked((plan) => JSON.parse(JSON.stringify(plan).replace('"units":["镇派出所"]', '"units":["镇派出新所"]')));
    expect(verdict).toMatchObject({
      ok: false,
      problems: expect.arrayContaining([
        expect.objectContaining({ code: 'name.unknown', message: expect.stringContaining('是否为“镇派出所”？') }),
      ]),
    });
  });
  test('phases that overlap', async () => {
    const verdict = await checked((plan) => ({
      ...plan,
      phases: plan.phases.map((phase, i) => (i === 1 ? { ...phase, from: '2026-11-05' } : phase)),
    }));
    expect(verdict).toMatchObject({
      ok: false,
      problems: expect.arrayContaining([expect.objectContaining({ code: 'phase.overlap', at: expect.stringContaining('/phases/1') })]),
    });
  });
  test('a date that does not exist', async () => {
    const verdict = await checked((plan) => ({
      ...plan,
      phases: plan.phases.map((phase, i) => (i === 0 ? { ...phase, from: '2026-02-30' } : phase)),
    }));
    expect(verdict).toMatchObject({
      ok: false,
      problems: expect.arrayContaining([expect.objectContaining({ code: 'day.impossible', at: '/phases/0/from' })]),
    });
  });
  test('cannot be adopted: the answer says what is wrong, and the plan in force stays', async () => {
    const revision = (await office.get(`${base}/draft`)).as<{ revision: number }>().revision;
    const saved = await office.put(`${base}/draft`, { plan: { ...townPlan, phases: [] }, revision });
    expect(saved.as<{ problems: unknown[] }>().problems.length).toBeGreaterThan(0);
    await town.remember();
    const reply = await office.post(`${base}/commands`, {
      id: 'adopt-bad',
      command: { type: 'AdoptPlan', plan: saved.as<{ hash: string }>().hash },
    });
    expect(await refused(reply)).toMatchObject({ status: 422, code: 'plan.has-errors' });
    expect(reply.codes).toContain('phase.none');
    const old = await office.post(`${base}/commands`, {
      id: 'adopt-old',
      command: { type: 'AdoptPlan', plan: (await office.get(`${base}/plan`)).as<{ hash: string }>().hash },
    });
    expect(await refused(old)).toMatchObject({ status: 409, code: 'draft.moved' });
    await office.put(`${base}/draft`, { plan: townPlan, revision: revision + 1 });
  });
});
