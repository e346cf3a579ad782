import {
  type Actor,
  aboutFindings,
  appealViews,
  board,
  type Campaign,
  type Command,
  type CompiledPlan,
  closingView,
  compilePlan,
  type DutyWanted,
  decide,
  drawBooks,
  dutiesOf,
  dutyList,
  dutyWeeks,
  type Event,
  emptyCampaign,
  evolve,
  findingDesk,
  findingList,
  indicatorViews,
  instantAt,
  type Problem,
  periodViews,
  progressViews,
  proposals,
  readAge,
  readPlan,
  recordsViews,
  type SubmitChecklist,
  say,
  standingsView,
  submissionView,
  versionsView,
} from '@xiuhua/engine';
import { HttpResponse, http } from 'msw';
import text from '../../../../examples/xiaoqing/plan.json?raw';

const actor = (account: string, unit: string, roles: Actor['roles']): Actor => ({ account, name: account, unit, roles });

/** The people of the county, by what they do. */
export const people = {
  office: actor('办公室主任', '领导小组办公室', ['office']),
  inspector: actor('检查员甲', '领导小组办公室', ['inspector']),
  leader: actor('领导小组组长', '', ['leader']),
  community: actor('小箐社区经办人', '小箐社区', ['unit']),
  village: actor('小箐村经办人', '小箐村', ['unit']),
} satisfies Record<string, Actor>;

/** A photo that has arrived. */
export const photo = 'ab'.repeat(32);

/** What the county measures: a rate that a community reports, and places that every unit clears. */
const indicators = [
  {
    name: '责任书签订率',
    unit: '%',
    binding: 'binding',
    rate: { numerator: '已签订户数', denominator: '门店户数', zero: 'no-data' },
    baseline: { value: 50, day: '2026-10-29' },
    reported: { by: '小箐社区', every: 'month', within: '5 workdays', covers: 'all' },
    targets: [{ target: 'at least 95', per: 'cumulative', due: '2027-03-31' }],
    source: '三（一）',
  },
  {
    name: '清理卫生死角',
    unit: '处',
    binding: 'expected',
    reported: { by: '各责任单位', every: 'month', covers: 'period' },
    targets: [{ target: 'at least 120', per: 'cumulative', due: '2027-03-31' }],
  },
];

const compiled = (): CompiledPlan => {
  const raw = readPlan(text);
  const plan = raw.ok ? compilePlan({ ...(raw.value as object), indicators }) : raw;
  if (!plan.ok) throw new Error('the example has errors');
  return plan.value;
};

/** A county whose campaign is lived by the engine's own commands, and the server's answers about it. */
export class County {
  readonly plan = compiled();
  readonly campaign: Campaign = emptyCampaign();
  readonly events: Event[] = [];
  today = '2026-12-02';
  me: Actor = people.office;

  constructor() {
    const plan = this.plan.hash;
    this.give({ type: 'AskReview', plan, text: '' }, people.office, '2026-10-30');
    this.give({ type: 'ReviewPlan', plan, passed: true, text: '', remarks: {} }, people.leader, '2026-10-30');
    this.give({ type: 'AdoptPlan', plan }, people.office, '2026-10-30');
  }

  /** What the engine says to a command, taken in when it says yes. */
  try(command: Command, by: Actor, day: string): readonly Problem[] {
    const at = instantAt(day, '10:00');
    const outcome = decide(this.campaign, command, { at, by, random: 'c0'.repeat(32), plans: () => this.plan, photos: () => true });
    if (!outcome.ok) return outcome.problems;
    for (const fact of outcome.value) {
      const event: Event = { seq: this.campaign.seq + 1, cause: `command-${this.campaign.seq}`, at, by, fact };
      evolve(this.campaign, event, () => this.plan);
      this.events.push(event);
    }
    return [];
  }

  /** A command that must succeed. */
  give(command: Command, by: Actor, day: string): void {
    const [problem] = this.try(command, by, day);
    if (problem) throw new Error(`${command.type}: ${say(problem, 'zh')}`);
  }

  private fill(submission: string, site: string, answers: SubmitChecklist['answers']): void {
    const day = '2026-11-02';
    const duty = dutiesOf(this.plan, day, day).find((one) => one.site === site);
    const items = [...(this.plan.checklists.get('门前三包检查表')?.items.keys() ?? [])];
    const passed = Object.fromEntries(items.map((item) => [item, { result: 'pass' as const }]));
    const filledAt = instantAt(day, '09:30');
    const command: Command = {
      type: 'SubmitChecklist',
      submission,
      plan: this.plan.hash,
      duty: duty?.id ?? '',
      filledAt,
      answers: { ...passed, ...answers },
    };
    this.give(command, people.inspector, day);
  }

  /**
   * The weekly inspection of the shop fronts on Monday 2 November: two failed items at 东街门面段, one of two spots, each
   * with a photo; everything in order at those of three other units.
   */
  inspect(submission: string): void {
    this.fill(submission, '东街门面段', {
      物品不出卷帘门: { result: 'fail', count: 2, photos: [photo] },
      门前干净: { result: 'fail', photos: [photo] },
    });
    for (const site of ['河滨路门面段', '老街门面段', '新区门面段']) this.fill(`clean-${this.campaign.seq}-visit`, site, {});
  }

  private answer(path: string, search: URLSearchParams): unknown {
    const { campaign, today } = this;
    const id = decodeURIComponent(path.split('/')[2] ?? '');
    const ask = { ranking: search.get('ranking') ?? '', period: search.get('period') ?? '', today };
    if (path === '/plan') return { plan: this.plan.plan, hash: this.plan.hash, version: 1, from: '2026-10-30' };
    if (path === '/versions') return versionsView(campaign, today);
    if (path === '/board') return board(campaign, search.get('day') ?? today);
    if (path === '/findings') {
      const of = (key: string) => search.get(key) ?? undefined;
      const wanted = { state: of('state'), unit: of('unit'), site: of('site'), text: of('text'), age: readAge(of('age')) };
      const notice = of('notice') === undefined ? undefined : Number(of('notice'));
      return findingList(campaign, { ...wanted, notice, overdue: of('overdue') === 'yes' }, { today, limit: 50, sees: () => true });
    }
    if (path.startsWith('/findings/')) return findingDesk(campaign, id, { by: this.me, at: instantAt(today, '10:00') });
    if (path === '/look-backs') return [...campaign.lookBacks.values()];
    if (path.startsWith('/submissions/')) return submissionView(campaign, id, today);
    if (path === '/records') return { today, duties: recordsViews(campaign) };
    if (path === '/indicators') return indicatorViews(campaign, today);
    if (path === '/progress') return progressViews(campaign, today);
    if (path === '/appeals') return appealViews(campaign, today);
    if (path === '/closing') return closingView(campaign, ask);
    if (path === '/log/page')
      return { events: this.events.toReversed(), about: aboutFindings(campaign, this.events), last: this.events.length };
    if (path === '/log/check') return { events: this.events.length, bad: null };
    if (path === '/draws') return drawBooks(campaign, today);
    if (path === '/periods') return periodViews(campaign, today);
    if (path === '/standings') return standingsView(campaign, ask);
    if (path === '/proposals') return proposals(campaign);
    if (path === '/duties/weeks')
      return dutyWeeks(campaign, { from: search.get('from') ?? '', to: search.get('to') ?? '', today }, (duties) => duties);
    if (path === '/duties/list') {
      const state = (search.get('state') ?? 'all') as DutyWanted['state'];
      const wanted = { from: search.get('from') ?? '', to: search.get('to') ?? '', due: search.get('due') === 'yes', state };
      return dutyList(campaign, wanted, { today, limit: 60, sees: (all) => all });
    }
    return path === '/log' ? { events: this.events } : undefined;
  }

  /** The server's side of the contract, for `setupServer`. */
  handlers() {
    const base = '/api/campaigns/county-1';
    const refuse = (status: number, problems: readonly Problem[]) =>
      HttpResponse.json({ problems: problems.map((problem) => ({ ...problem, message: say(problem, 'zh') })) }, { status });
    return [
      http.get('/api/session', () => {
        const { account, name } = this.me;
        const campaigns = [{ id: 'county-1', title: this.plan.plan.title, actor: this.me }];
        return HttpResponse.json({
          account: { id: account, login: account, name, admin: false },
          campaigns,
          today: this.today,
          demo: false,
        });
      }),
      http.post(`${base}/commands`, async ({ request }) => {
        const { command } = (await request.json()) as { command: Command };
        const before = this.events.length;
        const problems = this.try(command, this.me, this.today);
        return problems.length > 0 ? refuse(409, problems) : HttpResponse.json({ events: this.events.slice(before) });
      }),
      http.get(`${base}/*`, ({ request }) => {
        const url = new URL(request.url);
        const found = this.answer(url.pathname.slice(base.length), url.searchParams);
        return found === undefined ? refuse(404, []) : HttpResponse.json(found as Record<string, unknown>);
      }),
    ];
  }
}
