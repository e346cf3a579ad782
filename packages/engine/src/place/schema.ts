import Type, { type Static } from 'typebox';
import { Clause, Line, List, Name, Ref, Refs, term } from '../problem/term.ts';

/** A class of sites that share a checklist, such as 沿街门店 or 公厕. */
export const SiteClass = Clause({ name: Name('class') }, term('对象类别', 'Site class'));

/** A stretch of ground: a village, a community, a grid. */
export const Area = Clause({ name: Name('area') }, term('片区', 'Area'));

/** One place that is inspected. `units` are those that answer for it on the ground. */
export const Site = Clause(
  {
    name: Name('site'),
    class: Ref('class', term('类别', 'Class')),
    area: Type.Optional(Ref('area', term('片区', 'Area'))),
    units: Refs('unit', term('管护单位', 'Kept by', '在现场对它负责的单位，问题派给其中承担该任务的那个', 'Units that answer for it on the ground')),
    address: Type.Optional(Line(term('位置', 'Address'))),
  },
  term('检查对象', 'Site'),
);

export const Places = Clause(
  {
    classes: List(SiteClass, term('对象类别', 'Site classes'), 500),
    areas: Type.Optional(List(Area, term('片区', 'Areas'), 5000)),
    sites: List(Site, term('检查对象', 'Sites'), 20000),
  },
  term('网格与对象', 'Places', '检查哪些地方', 'Where inspections happen'),
);

export type Site = Static<typeof Site>;
export type Places = Static<typeof Places>;
