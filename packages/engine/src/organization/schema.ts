import Type, { type Static } from 'typebox';
import { Clause, DayText, Line, List, Name, Ref, Refs, term } from '../problem/term.ts';

/** A unit that can be made responsible, inspect or be scored: a department, station, village, community or company. */
export const Unit = Clause(
  {
    name: Name('unit'),
    aliases: Type.Optional(
      Type.Array(Line(term('', '')), { ...term('别称', 'Aliases', '公文里的简称，如“执法中队”', 'Short forms the document uses') }),
    ),
    formerly: Type.Optional(
      Type.Array(Line(term('', '')), { ...term('曾用名', 'Formerly', '改名前的叫法，旧记录仍按它识别', 'Names before a renaming; old records still resolve') }),
    ),
    until: Type.Optional(DayText(term('撤并日', 'Until', '最后一天（含）', 'Last day of the unit, inclusive'))),
  },
  term('单位', 'Unit'),
);

/** Several units under one name, such as 各责任单位. Closed: exactly the units listed. */
export const Group = Clause(
  { name: Name('group'), units: Refs('unit', term('成员单位', 'Units')) },
  term('单位组', 'Unit group'),
);

/** The leading group: who heads it and which unit keeps its office. Persons are named by post, never by name. */
export const Body = Clause(
  {
    name: Line(term('名称', 'Name')),
    head: Line(term('组长', 'Head', '写职务，不写姓名', 'A post, never a person')),
    deputies: Type.Optional(Type.Array(Line(term('', '')), term('副组长', 'Deputies', '写职务，不写姓名', 'Posts, never persons'))),
    members: Type.Optional(Refs('party', term('成员单位', 'Members'))),
    office: Ref('unit', term('办公室', 'Office', '承担日常工作、组织检查的单位', 'The unit that keeps the office and runs inspections')),
  },
  term('领导小组', 'Leading group'),
);

export const Organization = Clause(
  {
    body: Body,
    units: List(Unit, term('单位', 'Units'), 2000),
    groups: Type.Optional(List(Group, term('单位组', 'Unit groups'), 500)),
  },
  term('组织机构', 'Organization', '谁牵头、谁负责、谁检查', 'Who leads, who is responsible, who inspects'),
);

export type Unit = Static<typeof Unit>;
export type Group = Static<typeof Group>;
export type Organization = Static<typeof Organization>;
