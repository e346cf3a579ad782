import {
  type Actor,
  type Answer,
  addDays,
  type Command,
  compilePlan,
  type Day,
  type Duty,
  dutiesOf,
  instantAt,
  type Outcome,
  type Plan,
} from '@xiuhua/engine';
import { addAccountAs } from '../src/work/accounts.ts';
import type { CampaignBook } from '../src/work/book.ts';
import { beginCampaign } from '../src/work/drafts.ts';
import { setMembers } from '../src/work/members.ts';
import type { Order } from '../src/work/order.ts';
import type { Tools } from '../src/work/tools.ts';

/*
 * A county of 20 towns whose sites are visited once a week and once a month over three years, made through the ordinary
 * commands: visits, notices, replies, verdicts, published months. 5,000 sites make about 900,000 records. All chance
 * comes from the positions of things.
 */

/** First day of the campaign, and the day on which the story stops: nothing that was due before it waits to be played. */
export const [firstDay, lastDay] = ['2024-01-02', '2026-12-10'] as const;

const towns = Array.from({ length: 20 }, (_, i) => `第${i + 1}镇`);
const office = '考核办';
const items = ['路面干净', '无乱堆乱放', '无占道经营', '设施完好', '无小广告', '绿化整洁'] as const;

const checklist = (name: string) => ({
  name,
  for: '网格',
  items: items.map((item) => ({ name: item, standard: item, task: '环境整治', points: 0.5, photo: 'never', source: '三' })),
  source: '三',
});

const schedule = (name: string, list: string, every: string) =>
  ({ name, checklist: list, every, within: '3 workdays', holidays: 'forward', sites: 'all', by: office, source: '四' }) as const;

/** The plan over so many sites. */
export const countyPlan = (sites: number): Plan =>
  ({
    title: '三年环境整治行动方案',
    issuer: '县人民政府',
    organization: {
      body: { name: '县领导小组', head: '县长', office, source: '七' },
      units: [office, ...towns].map((name) => ({ name })),
      groups: [{ name: '各镇', units: towns }],
    },
    places: {
      classes: [{ name: '网格' }],
      sites: Array.from({ length: sites }, (_, i) => ({ name: `网格${i + 1}`, class: '网格', units: [towns[i % towns.length]] })),
    },
    phases: [
      { name: '攻坚年', from: firstDay, to: '2024-12-31', milestones: [{ name: '攻坚验收', by: '2024-12-20' }], source: '二' },
      { name: '提升年', from: '2025-01-01', to: '2025-12-31', milestones: [{ name: '提升验收', by: '2025-12-20' }], source: '二' },
      { name: '巩固年', from: '2026-01-01', to: '2026-12-31', milestones: [{ name: '总体验收', by: '2026-12-25' }], source: '二' },
    ],
    responsibility: { tasks: [{ name: '环境整治', text: '网格干净有序。', responsible: ['各镇'], source: '三' }] },
    checklists: [checklist('周巡查表'), checklist('月检查表')],
    indicators: [
      {
        name: '按期整改率',
        unit: '%',
        binding: 'expected',
        rate: { numerator: '按期销号数', denominator: '发现数', excluding: ['未到期数'], zero: 'full' },
        computed: { count: 'closed-in-time-findings', of: 'opened-findings', excluding: 'waiting-findings', every: 'month' },
        targets: [{ target: 'at least 90', per: 'every-reading' }],
        source: '一',
      },
      {
        name: '检查合格率',
        unit: '%',
        binding: 'binding',
        rate: { numerator: '合格项次', denominator: '检查项次', zero: 'no-data' },
        computed: { count: 'passed-items', of: 'asked-items', every: 'month' },
        targets: [{ target: 'at least 97', per: 'every-reading' }],
        source: '一',
      },
    ],
    schedule: [schedule('周巡查', '周巡查表', 'week on monday'), schedule('月检查', '月检查表', 'month on day 12')],
    findings: { notice: { name: '整改通知单', within: '5 workdays', source: '五' }, source: '五' },
    scoring: [
      {
        name: '月度考核',
        every: 'month',
        units: '各镇',
        base: 100,
        floor: 0,
        cap: 100,
        rules: [
          { name: '检查扣分', kind: 'deduct', each: 'failed-item', points: 0.01, most: 60, source: '六' },
          { name: '逾期未整改', kind: 'deduct', each: 'overdue-rectification', points: 0.1, most: 20, source: '六' },
        ],
        unchecked: 'unranked',
        source: '六',
      },
    ],
    ranking: [{ name: '月度排名', sheet: '月度考核', order: 'highest-first', ties: 'share', smallest: 3, source: '六' }],
    consequences: [
      {
        name: '约谈',
        when: { ranking: '月度排名', rank: 'last 1' },
        kind: 'sanction',
        then: '约谈主要负责人',
        signedBy: '组长',
        source: '六',
      },
    ],
  }) as unknown as Plan;

/** A number from 0 up to 1 that follows from two positions alone. */
const chanceAt = (i: number, k: number): number => {
  let x = (Math.imul(i + 1, 0x9e3779b1) ^ Math.imul(k + 1, 0x85ebca6b)) >>> 0;
  x = Math.imul(x ^ (x >>> 15), 0x2c1b3c6d);
  x = Math.imul(x ^ (x >>> 12), 0x297a2d39);
  return ((x ^ (x >>> 15)) >>> 0) / 2 ** 32;
};

/** A checklist filled at a site: about two items of a hundred fail, in some towns more. */
export const answersAt = (i: number): Record<string, Answer> =>
  Object.fromEntries(
    items.map((item, k): [string, Answer] => [item, { result: chanceAt(i, k) < 0.012 + (i % 20) * 0.001 ? 'fail' : 'pass' }]),
  );

/** A name that looks like the phone's and follows from a position. */
const submissionName = (i: number): string => `0190${i.toString(16).padStart(12, '0')}-7000-8000-000000000000`;

/** Who acts in the county. */
export interface CountyPeople {
  readonly office: Actor;
  readonly inspector: Actor;
  readonly towns: readonly Actor[];
}

/** The county on an empty store: where it is and who lives in it. */
export interface LargeCounty {
  readonly campaign: string;
  readonly plan: string;
  readonly people: CountyPeople;
  /** Records taken in while it was made. */
  readonly records: number;
}

const sure = <T>(outcome: Outcome<T>): T => {
  if (outcome.ok) return outcome.value;
  throw new Error(JSON.stringify(outcome.problems.slice(0, 3)));
};

/** The password of everybody in the county. */
export const countyPassword = '绣花针脚细又密又长';

/** Begins a campaign of these people; the plan is not adopted yet. */
const begin = async (tools: Tools, plan: Plan, { office: boss, inspector, towns: own }: CountyPeople): Promise<string> => {
  const account = { id: boss.account, login: 'bangongshi', name: boss.name, admin: false };
  const begun = await beginCampaign(tools, { account, session: '', campaigns: [] }, plan);
  const members = [boss, inspector, ...own].map(({ account: id, unit, roles }) => ({ account: id, unit, roles }));
  sure(await setMembers(tools, begun.id, { members, units: [office, ...towns] }));
  return begun.id;
};

const leader: Actor = { account: 'zuzhang', name: '领导小组组长', unit: '', roles: ['leader'] };

/** The plan asked about, passed and adopted, at a moment. */
const adoption = (plan: string, boss: Actor, at: string): readonly Order[] =>
  [
    { by: boss, command: { type: 'AskReview', plan, text: '' } as const },
    { by: leader, command: { type: 'ReviewPlan', plan, passed: true, text: '', remarks: {} } as const },
    { by: boss, command: { type: 'AdoptPlan', plan } as const },
  ].map((order, i) => ({ ...order, id: `adopt-${plan.slice(0, 8)}-${i}`, at }));

/** A second campaign of the county in which nothing was done yet: its duties since a day, each awaiting its first record. */
export const beginUntouched = async (
  { tools, book }: { readonly tools: Tools; readonly book: CampaignBook },
  people: CountyPeople,
  { sites, since }: { readonly sites: number; readonly since: Day },
): Promise<{ readonly campaign: string; readonly plan: string; readonly duties: readonly Duty[] }> => {
  const written = { ...countyPlan(sites), title: '环境整治攻坚行动方案' };
  const compiled = sure(compilePlan(written));
  const campaign = await begin(tools, written, people);
  for (const outcome of await book.play(campaign, adoption(compiled.hash, people.office, instantAt(since, '08:00')))) sure(outcome);
  return {
    campaign,
    plan: compiled.hash,
    duties: dutiesOf(compiled, since, addDays(lastDay, -1)).filter(({ planned }) => planned >= since),
  };
};

/** Opens accounts and the campaign; the plan is not adopted yet. */
const settle = async (tools: Tools, plan: Plan): Promise<{ campaign: string; people: CountyPeople }> => {
  const add = async (login: string, name: string, actor: Pick<Actor, 'unit' | 'roles'>): Promise<Actor> => {
    const account = sure(await addAccountAs(tools, { login, name, password: countyPassword, admin: false }));
    return { account: account.id, name, ...actor };
  };
  const boss = await add('bangongshi', '考核办主任', { unit: office, roles: ['office'] });
  const inspector = await add('jiancha', '检查员', { unit: office, roles: ['inspector'] });
  const own: Actor[] = [];
  for (const [i, unit] of towns.entries()) own.push(await add(`zhen${i + 1}`, `${unit}联络员`, { unit, roles: ['unit'] }));
  const people = { office: boss, inspector, towns: own };
  return { campaign: await begin(tools, plan, people), people };
};

/** The day a duty is done: while it is open, now and then two days late; `undefined` for one in twenty. */
const visitDay = (duty: Duty, i: number): Day | undefined => {
  const fate = chanceAt(i, 50);
  if (fate < 0.045) return undefined;
  return fate < 0.07 ? addDays(duty.due, 2) : fate < 0.5 ? duty.from : duty.due;
};

/** What is to be done on which day, in the order in which it was planned. */
const agenda = () => {
  const days = new Map<Day, Order[]>();
  return {
    on: (day: Day): readonly Order[] => days.get(day) ?? [],
    add: (day: Day, order: Order): void => {
      const orders = days.get(day);
      if (orders) orders.push(order);
      else days.set(day, [order]);
    },
    done: (day: Day): void => void days.delete(day),
  };
};

/** Makes the county on an empty store. `looked` is called at the end of the first day of each month, when it has been played. */
export const makeLargeCounty = async (
  { tools, book }: { readonly tools: Tools; readonly book: CampaignBook },
  sites: number,
  looked: (campaign: string, day: Day) => Promise<void> = async () => undefined,
): Promise<LargeCounty> => {
  const written = countyPlan(sites);
  const { campaign, people } = await settle(tools, written);
  const compiled = sure(compilePlan(written));
  const [plan, todo] = [compiled.hash, agenda()];
  let orders = 0;
  const order = (by: Actor, command: Command, at: string): Order => ({ id: `made-${String(++orders).padStart(8, '0')}`, by, command, at });
  const unitOf = (site: string): Actor => people.towns[(Number(site.slice(2)) - 1) % towns.length] as Actor;

  /** The visit, and what follows from what it found: a reply, and somebody else's look. */
  const visit = (duty: Duty, i: number, day: Day): void => {
    const submission = submissionName(i);
    const [filledAt, answers] = [instantAt(day, '10:00'), answersAt(i)];
    const command = { type: 'SubmitChecklist', submission, plan, duty: duty.id, filledAt, answers } as const;
    todo.add(day, { id: submission, by: people.inspector, command, at: filledAt });
    items.forEach((item, k) => {
      if (answers[item]?.result !== 'fail' || chanceAt(i, 60 + k) < 0.02) return;
      const finding = `${submission}/${k}`;
      const replied = addDays(day, 1 + Math.floor(chanceAt(i, 70 + k) * 8));
      const reply = { type: 'ReplyRectification', finding, text: '已整改', photos: [] as string[] } as const;
      todo.add(replied, order(unitOf(duty.site), reply, instantAt(replied, '15:00')));
      const verdict = { type: 'VerifyRectification', finding, passed: true, text: '复查合格', photos: [] as string[] } as const;
      todo.add(addDays(replied, 1), order(people.inspector, verdict, instantAt(addDays(replied, 1), '16:00')));
    });
  };

  let records = 0;
  for (const [i, duty] of dutiesOf(compiled, firstDay, addDays(lastDay, 10)).entries()) {
    if (duty.planned < firstDay) continue;
    const day = duty.due >= lastDay ? undefined : visitDay(duty, i);
    if (day === undefined || day >= lastDay) continue;
    visit(duty, i, day);
    records++;
  }
  const play = async (now: readonly Order[]): Promise<void> => {
    for (const outcome of await book.play(campaign, now)) sure(outcome);
  };
  await play(adoption(plan, people.office, instantAt(firstDay, '08:00')));
  for (let day: Day = firstDay; day < lastDay; day = addDays(day, 1)) {
    const [now, month] = [todo.on(day), addDays(`${day.slice(0, 8)}01`, -1).slice(0, 7)];
    const publish = { type: 'PublishStandings', ranking: '月度排名', period: month } as const;
    const published = day.endsWith('-05') && month >= firstDay.slice(0, 7) ? [order(people.office, publish, instantAt(day, '09:00'))] : [];
    await play([...published, ...now.toSorted((a, b) => ((a.at ?? '') < (b.at ?? '') ? -1 : Number((a.at ?? '') > (b.at ?? ''))))]);
    todo.done(day);
    if (day.endsWith('-01')) await looked(campaign, day);
  }
  return { campaign, plan, people, records };
};
