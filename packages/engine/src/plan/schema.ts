import Type, { type Static } from 'typebox';
import { Checklists } from '../checklist/schema.ts';
import { Consequences } from '../consequence/schema.ts';
import { Findings } from '../finding/schema.ts';
import { Organization } from '../organization/schema.ts';
import { Phases } from '../phase/schema.ts';
import { Places } from '../place/schema.ts';
import { Clause, DayText, Line, List, Prose, term } from '../problem/term.ts';
import { Rankings } from '../ranking/schema.ts';
import { Responsibility } from '../responsibility/schema.ts';
import { Schedules } from '../schedule/schema.ts';
import { Scoring } from '../scoring/schema.ts';

/** A document the plan rests on. */
export const Basis = Clause(
  { title: Line(term('标题', 'Title')), number: Type.Optional(Line(term('文号', 'Number'))) },
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
    basis: Type.Optional(List(Basis, term('制定依据', 'Basis'), 100)),
    goals: Type.Optional(Type.Array(Prose(term('', '')), { maxItems: 100, ...term('目标任务', 'Goals') })),
    organization: Organization,
    places: Places,
    phases: Phases,
    responsibility: Responsibility,
    checklists: Checklists,
    schedule: Schedules,
    findings: Findings,
    scoring: Scoring,
    ranking: Rankings,
    consequences: Consequences,
  },
  term('方案', 'Plan'),
);

export type Plan = Static<typeof Plan>;
