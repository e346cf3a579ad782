import { instantAt } from '@xiuhua/engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases } from '../app/stores.fixture.ts';
import { openTown, type Town, visitor } from '../app/town.fixture.ts';
import { shift } from '../work/time.ts';

const minutes = 60_000;

describe.each(databases)('phones on %s', (database) => {
  let town: Town;
  let base: string;
  beforeAll(async () => {
    town = await openTown(database);
    base = `/api/campaigns/${town.campaign}/devices`;
    town.clock.set(instantAt('2026-11-02', '09:00'));
  });
  afterAll(() => town.close());

  const codeFor = async (login: string) => (await town.as('bangongshi')).post(base, { account: town.accounts[login] });
  const enter = (code: string, phone = visitor(town.app)) => phone.post('/api/session/device', { code, device: '检查员甲的手机' });

  test('one comes in with the code on the screen, once, and is a session of its own', async () => {
    const { code, until } = (await codeFor('jia')).as<{ code: string; until: string }>();
    expect([code, until]).toEqual([expect.stringMatching(/^[A-Z2-9]{4}(-[A-Z2-9]{4}){2}$/), instantAt('2026-11-02', '09:10')]);
    const phone = visitor(town.app);
    expect((await enter(code.toLowerCase().replaceAll('-', ' '), phone)).as()).toMatchObject({ account: { login: 'jia' } });
    expect((await phone.get('/api/session')).status).toBe(200);
    expect((await enter(code)).codes).toEqual(['device.bad-code']);
    const listed = (await (await town.as('bangongshi')).get(base)).as();
    expect(listed).toMatchObject([{ name: '检查员甲', device: '检查员甲的手机' }]);
  });

  test('one lives a month, and the office shuts it out at once', async () => {
    const { code } = (await codeFor('yi')).as<{ code: string }>();
    const phone = visitor(town.app);
    await enter(code, phone);
    const office = await town.as('bangongshi');
    const { id } = (await office.get(base)).as<{ id: string; name: string }[]>().find(({ name }) => name === '检查员乙') ?? { id: '' };
    expect((await (await town.as('jia')).ask('DELETE', `${base}/${id}`)).status).toBe(404);
    expect((await office.ask('DELETE', `${base}/${id}`)).status).toBe(200);
    expect((await phone.get('/api/session')).status).toBe(401);
    expect((await office.ask('DELETE', `${base}/${id}`)).status).toBe(404);
  });

  test('one that signs in with a password stays in the list, so that the office can still shut it out', async () => {
    const { code } = (await codeFor('yi')).as<{ code: string }>();
    const phone = visitor(town.app);
    await enter(code, phone);
    expect((await phone.signIn('yi')).status).toBe(200);
    const office = await town.as('bangongshi');
    const [found] = (await office.get(base)).as<{ id: string; name: string }[]>().filter(({ name }) => name === '检查员乙');
    expect((await office.ask('DELETE', `${base}/${found?.id}`)).status).toBe(200);
    expect((await phone.get('/api/session')).status).toBe(401);
  });

  test('a code holds ten minutes, and a newer one makes it worthless', async () => {
    const old = (await codeFor('jia')).as<{ code: string }>();
    const newer = (await codeFor('jia')).as<{ code: string }>();
    expect((await enter(old.code)).codes).toEqual(['device.bad-code']);
    town.clock.set(shift(town.clock.now(), 10 * minutes));
    expect((await enter(newer.code)).codes).toEqual(['device.bad-code']);
  });

  test.each([
    ['somebody who works at a desk', 'bangongshi', 'device.not-for-desks'],
    ['a leader', 'zuzhang', 'device.not-for-desks'],
    ['a stranger', 'luren', 'account.unknown'],
    ['the administrator', 'guanli', 'account.unknown'],
  ])('no code lets in %s', async (_, login, code) => {
    expect((await codeFor(login)).codes).toEqual([code]);
  });

  test('one who becomes a desk worker while the code waits stays outside', async () => {
    const { code } = (await codeFor('yi')).as<{ code: string }>();
    const office = await town.as('bangongshi');
    const members = (await office.get(`/api/campaigns/${town.campaign}/members`)).as<
      { account: string; unit: string; roles: string[]; login: string }[]
    >();
    const changed = members.map(({ account, unit, roles, login }) => ({ account, unit, roles: login === 'yi' ? ['office'] : roles }));
    expect((await office.put(`/api/campaigns/${town.campaign}/members`, changed)).status).toBe(200);
    expect((await enter(code)).codes).toEqual(['device.bad-code']);
  });

  test('guessing is slowed down', async () => {
    const replies = [];
    for (let i = 0; i < 12; i++) replies.push(await enter(`AAAA-AAAA-AAA${'ABCDEFGHJKLM'[i]}`));
    expect(replies.at(-1)?.codes).toEqual(['request.too-many']);
  });
});
