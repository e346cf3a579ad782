import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Actor, type Campaign, type Command, type Instant, instantAt, type Outcome, type Plan, planHash } from '@xiuhua/engine';
import { addAccountAs, beginCampaign, keepDraft, readDraft, readSettings, serve, setMembers, silentLog } from '@xiuhua/server';

/** The password of everybody in the town. */
const password = '绣花针脚细又密2026';

/** A server on a disk, with a campaign in force and an inspector's account for each phone. */
export interface Town {
  readonly address: string;
  readonly port: number;
  readonly campaign: string;
  readonly plan: Plan;
  /** Logins of the inspectors, all of the office's unit. */
  readonly logins: readonly string[];
  readonly password: string;
  readonly accountOf: (login: string) => string;
  setTime(at: Instant): void;
  now(): Instant;
  /** Puts another plan in force. */
  adopt(plan: Plan): Promise<void>;
  ask<T>(question: (campaign: Campaign) => T): Promise<T>;
  close(): Promise<void>;
}

const sure = <T>(outcome: Outcome<T>): T => {
  if (outcome.ok) return outcome.value;
  throw new Error(JSON.stringify(outcome.problems));
};

/** Opens the town with so many inspectors on the first Monday of its campaign. */
export const openTown = async (inspectors: number): Promise<Town> => {
  const folder = await mkdtemp(join(tmpdir(), 'xiuhua-together-'));
  const plan = JSON.parse(await readFile(new URL('../../examples/xiaoqing/plan.json', import.meta.url), 'utf8')) as Plan;
  const logins = Array.from({ length: inspectors }, (_, i) => `jiancha${i + 1}`);
  const accounts = new Map<string, string>();
  let time = instantAt('2026-10-29', '09:00');
  let campaign = '';
  let office: Actor | undefined;
  const running = await serve(readSettings({ XIUHUA_DATA: folder, PORT: '0', XIUHUA_PER_MINUTE: '10000000' }), {
    clock: { now: () => time },
    log: silentLog,
    prepare: async ({ tools }) => {
      for (const login of ['bangongshi', ...logins]) {
        const made = sure(await addAccountAs(tools, { login, name: login, password, admin: login === 'bangongshi' }));
        accounts.set(login, made.id);
      }
      const account = accounts.get('bangongshi') ?? '';
      const unit = '领导小组办公室';
      office = { account, name: 'bangongshi', unit, roles: ['office'] };
      const person = { account: { id: account, login: 'bangongshi', name: 'bangongshi', admin: true }, session: '', campaigns: [] };
      ({ id: campaign } = await beginCampaign(tools, person, plan));
      const members = [
        { account, unit, roles: ['office'] as const },
        ...logins.map((login) => ({ account: accounts.get(login) ?? '', unit, roles: ['inspector'] as const })),
      ];
      sure(await setMembers(tools, campaign, { members, units: plan.organization.units.map((one) => one.name) }));
      return undefined;
    },
  });
  const { work, address } = running;
  const adopt = async (next: Plan): Promise<void> => {
    if (!office) throw new Error('no office');
    const draft = await readDraft(work.tools, campaign);
    const account = { id: office.account, login: 'bangongshi', name: office.name, admin: true };
    const person = { account, session: '', campaigns: [] };
    sure(await keepDraft(work.tools, campaign, { person, plan: next as never, revision: draft?.revision ?? 1, running: true }));
    const hash = planHash(next);
    const leader: Actor = { account: 'zuzhang', name: '领导小组组长', unit: '', roles: ['leader'] };
    const give = async (by: Actor, command: Command) =>
      sure(await work.book.command(campaign, { id: `${command.type}-${hash.slice(0, 24)}`, by, command }));
    await give(office, { type: 'AskReview', plan: hash, text: '' });
    await give(leader, { type: 'ReviewPlan', plan: hash, passed: true, text: '', remarks: {} });
    await give(office, { type: 'AdoptPlan', plan: hash });
  };
  await adopt({ ...plan, note: '第 1 版' } as Plan);
  return {
    address,
    port: Number(new URL(address).port),
    campaign,
    plan,
    logins,
    password,
    accountOf: (login) => accounts.get(login) ?? '',
    setTime: (at) => {
      time = at;
    },
    now: () => time,
    adopt,
    ask: async (question) => {
      const answer = await work.book.ask(campaign, question);
      if (answer === undefined) throw new Error('the campaign is gone');
      return answer;
    },
    close: async () => {
      await running.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
