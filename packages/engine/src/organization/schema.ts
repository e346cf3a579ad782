import Type, { type Static } from 'typebox';
import { Clause, CoarseDay, Line, List, Name, Ref, Refs, term } from '../problem/term.ts';

const Lines = (words: Record<string, unknown>) => Type.Array(Line(term('', '')), { maxItems: 200, ...words });

/** A unit that can be made responsible, inspect or be scored: a department, station, town, village, community or company. */
export const Unit = Clause(
  {
    name: Name('unit'),
    kind: Type.Optional(Line(term('类别', 'Kind', '如“镇”“部门”“企业”，可用来成组', 'Such as 镇 or 部门; groups can be made of a kind'))),
    parent: Type.Optional(Ref('unit', term('上级单位', 'Parent'))),
    aliases: Type.Optional(Lines(term('别称', 'Aliases', '公文里的简称，如“执法中队”', 'Short forms the document uses'))),
    formerly: Type.Optional(
      Lines(term('曾用名', 'Formerly', '改名前的叫法，旧记录仍按它识别', 'Names before a renaming; old records still resolve')),
    ),
    from: Type.Optional(CoarseDay(term('设立日', 'From', '第一天（含）', 'First day of the unit, inclusive'))),
    until: Type.Optional(CoarseDay(term('撤并日', 'Until', '最后一天（含）', 'Last day of the unit, inclusive'))),
    mergedInto: Type.Optional(
      Ref(
        'unit',
        term('并入单位', 'Merged into', '撤并后未办结的事项转到哪个单位', 'The unit that takes over open work after the last day'),
      ),
    ),
  },
  term('单位', 'Unit'),
);

/** Several units under one name, such as 各责任单位: exactly the units listed, or every unit of a kind. */
export const Group = Clause(
  {
    name: Name('group'),
    units: Type.Optional(Refs('unit', term('成员单位', 'Units'))),
    every: Type.Optional(Line(term('某类全部单位', 'Every', '写单位类别，如“镇”', 'A kind of unit, such as 镇'))),
    except: Type.Optional(Refs('unit', term('除外', 'Except'))),
    open: Type.Optional(
      Type.Boolean(term('名单未列尽', 'Open', '原文带“等”，名单可能不全', 'The text says 等: the list may be incomplete')),
    ),
  },
  term('单位组', 'Unit group'),
);

/** What one head or deputy is in charge of. */
export const Portfolio = Clause({ post: Line(term('职务', 'Post')), charge: Line(term('分管', 'Charge')) }, term('分管工作', 'Portfolio'));

/** A governing body: who heads it and which unit keeps its office. Persons are named by post, never by name. */
export const Body = Clause(
  {
    name: Line(term('名称', 'Name')),
    first: Type.Optional(Line(term('第一组长（第一主任）', 'First head', '写职务，不写姓名', 'A post, never a person'))),
    head: Line(term('组长（主任）', 'Head', '写职务，不写姓名', 'A post, never a person')),
    deputies: Type.Optional(Lines(term('副组长（副主任）', 'Deputies', '写职务，不写姓名', 'Posts, never persons'))),
    portfolios: Type.Optional(List(Portfolio, term('分管工作', 'Portfolios'), 100)),
    members: Type.Optional(Refs('party', term('成员单位', 'Members'))),
    office: Ref('unit', term('办公室', 'Office', '承担日常工作、组织检查的单位', 'The unit that keeps the office and runs inspections')),
    staff: Type.Optional(Refs('party', term('办公室组成', 'Staff', '办公室由哪些单位的人员组成', 'Units whose people staff the office'))),
  },
  term('领导小组', 'Leading group'),
);

/** A personal post bound to ground or unit: 路长, 网格员, 信息采集员, 联络员, 包保领导. */
export const Post = Clause(
  {
    name: Name('post'),
    duty: Line(term('职责', 'Duty', '如“路长”“网格员”“包保领导”', 'Such as 路长 or 网格员')),
    unit: Type.Optional(Ref('unit', term('所属单位', 'Unit'))),
    areas: Type.Optional(Refs('area', term('负责片区', 'Areas'))),
  },
  term('岗位', 'Post'),
);

export const Organization = Clause(
  {
    body: Body,
    bodies: Type.Optional(List(Body, term('其他机构', 'Other bodies', '委员会、专班等', 'Committees and task forces'), 50)),
    units: List(Unit, term('单位', 'Units'), 2000),
    groups: Type.Optional(List(Group, term('单位组', 'Unit groups'), 500)),
    posts: Type.Optional(List(Post, term('岗位', 'Posts', '路长、网格员、联络员等', 'Posts bound to ground or units'), 5000)),
  },
  term('组织机构', 'Organization', '谁牵头、谁负责、谁检查', 'Who leads, who is responsible, who inspects'),
);

export type Unit = Static<typeof Unit>;
export type Group = Static<typeof Group>;
export type Body = Static<typeof Body>;
export type Post = Static<typeof Post>;
export type Organization = Static<typeof Organization>;
