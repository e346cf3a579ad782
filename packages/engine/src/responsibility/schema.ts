import Type, { type Static } from 'typebox';
import { Clause, DayText, List, Name, Prose, Ref, Refs, term } from '../problem/term.ts';

/** A task and the parties that bear it. A party is a unit or a group of units. */
export const Task = Clause(
  {
    name: Name('task'),
    text: Type.Optional(Prose(term('内容', 'Text'))),
    lead: Type.Optional(Ref('unit', term('牵头单位', 'Lead'))),
    responsible: Type.Optional(Refs('party', term('责任单位', 'Responsible'))),
    cooperate: Type.Optional(Refs('party', term('配合单位', 'Cooperate'))),
    supervise: Type.Optional(Refs('party', term('督导单位', 'Supervise'))),
    phases: Type.Optional(Refs('phase', term('所属阶段', 'Phases', '不填表示全程', 'Empty means throughout'))),
    due: Type.Optional(DayText(term('完成期限', 'Due', '含当天', 'Inclusive'))),
  },
  term('任务', 'Task'),
);

export const Responsibility = Clause(
  { tasks: List(Task, term('任务', 'Tasks'), 2000) },
  term('重点任务与责任分工', 'Responsibility', '做什么、由谁做', 'What is to be done and by whom'),
);

export type Task = Static<typeof Task>;
export type Responsibility = Static<typeof Responsibility>;
