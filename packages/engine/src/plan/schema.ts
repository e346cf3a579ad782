import Type, { type Static } from 'typebox';
import { PlanCalendar } from '../calendar/schema.ts';
import { Checklists, NamedSets } from '../checklist/schema.ts';
import { Consequences } from '../consequence/schema.ts';
import { Findings } from '../finding/schema.ts';
import { Indicators } from '../indicator/schema.ts';
import { Organization } from '../organization/schema.ts';
import { Phases } from '../phase/schema.ts';
import { Places } from '../place/schema.ts';
import { Clause, CoarseDay, DayText, Line, List, Prose, term } from '../problem/term.ts';
import { Channels, Credits, Meetings, PublicLists, Reports, Surveys } from '../publicity/schema.ts';
import { Rankings } from '../ranking/schema.ts';
import { Responsibility } from '../responsibility/schema.ts';
import { Routines } from '../schedule/routine.ts';
import { Schedules } from '../schedule/schema.ts';
import { Scoring } from '../scoring/schema.ts';
import { Scenarios } from './scenarios.ts';
import { Waivers } from './waivers.ts';

/** A breach that the upper level has approved, under the number of its approval. It stays visible. */
export const Exception = Clause(
  {
    clause: Line(term('条目', 'Clause', '上级方案中的任务、指标、检查项等的名称', 'Name of the task, indicator or item in the upper plan')),
    approval: Line(term('批准文号', 'Approval', '上级同意的文号', 'Number of the approval')),
    why: Line(term('理由', 'Why')),
  },
  term('经批准的例外', 'Approved exception'),
);

/** A document the plan rests on. With a `hash` it is an upper plan, which this one may tighten and never loosen. */
export const Basis = Clause(
  {
    title: Line(term('标题', 'Title')),
    number: Type.Optional(Line(term('文号', 'Number'))),
    hash: Type.Optional(
      Type.String({
        minLength: 64,
        maxLength: 64,
        ...term(
          '上级方案指纹',
          'Hash',
          '写明后它就是上级方案：只能加严，不能放宽',
          'Makes it an upper plan, which may be tightened and never loosened',
        ),
      }),
    ),
    as: Type.Optional(
      Line(
        term('在上级方案中的单位', 'As', '本地在上级方案里叫什么，如“甲镇”', 'What this place is called among the units of the upper plan'),
      ),
    ),
    exceptions: Type.Optional(
      List(
        Exception,
        term('经批准的例外', 'Approved exceptions', '确需放宽并经上级批准的', 'What the upper level allowed to be looser'),
        100,
      ),
    ),
  },
  term('依据', 'Basis'),
);

/** The whole plan: what shall be done, in the order of the official document. */
export const Plan = Clause(
  {
    $schema: Type.Optional(Type.String({ maxLength: 500, ...term('格式', 'Schema', '供编辑器补全用', 'For completion in an editor') })),
    title: Line(term('标题', 'Title', '方案全称', 'The full title')),
    number: Type.Optional(Line(term('文号', 'Number'))),
    issuer: Line(term('印发机关', 'Issuer')),
    issued: Type.Optional(DayText(term('印发日期', 'Issued'))),
    lowerBy: Type.Optional(
      DayText(
        term(
          '下级调整期限',
          'Lower plans by',
          '修订后，下级方案最晚哪天跟着调整（含当天）',
          'Last day on which lower plans follow an amendment',
        ),
      ),
    ),
    basis: Type.Optional(List(Basis, term('制定依据', 'Basis'), 100)),
    goals: Type.Optional(Type.Array(Prose(term('', '')), { maxItems: 100, ...term('目标任务', 'Goals') })),
    period: Type.Optional(
      Clause(
        {
          from: CoarseDay(term('起始日', 'From', '含当天；可只写年月或年', 'Inclusive; a month or a year begins there')),
          to: CoarseDay(term('截止日', 'To', '含当天；可只写年月或年', 'Inclusive; a month or a year ends there')),
        },
        term('实施期限', 'Period', '没有分阶段的方案写明从哪天到哪天', 'From when to when, for a plan without phases'),
      ),
    ),
    calendar: Type.Optional(PlanCalendar),
    organization: Organization,
    places: Type.Optional(Places),
    phases: Type.Optional(Phases),
    responsibility: Type.Optional(Responsibility),
    sets: Type.Optional(NamedSets),
    checklists: Type.Optional(Checklists),
    indicators: Type.Optional(Indicators),
    schedule: Type.Optional(Schedules),
    routines: Type.Optional(Routines),
    findings: Type.Optional(Findings),
    scoring: Type.Optional(Scoring),
    ranking: Type.Optional(Rankings),
    consequences: Type.Optional(Consequences),
    channels: Type.Optional(Channels),
    surveys: Type.Optional(Surveys),
    lists: Type.Optional(PublicLists),
    credit: Type.Optional(Credits),
    reports: Type.Optional(Reports),
    meetings: Type.Optional(Meetings),
    scenarios: Type.Optional(Scenarios),
    waivers: Type.Optional(Waivers),
  },
  term('方案', 'Plan'),
);

export type Exception = Static<typeof Exception>;

type Written = Static<typeof Plan>;
type Section = 'places' | 'phases' | 'responsibility' | 'checklists' | 'schedule' | 'findings' | 'scoring' | 'ranking' | 'consequences';

/** A plan with every section it may leave out filled in empty. */
export type Plan = Omit<Written, Section> & Required<Pick<Written, Section>>;
