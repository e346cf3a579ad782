import Type, { type Static } from 'typebox';
import { Choice, Clause, Line, List, Name, Ref, Refs, term } from '../problem/term.ts';

/** A class of sites that share a checklist, such as 沿街门店 or 公厕. */
export const SiteClass = Clause({ name: Name('class') }, term('对象类别', 'Site class'));

/** A scheme of grades that places are sorted into beside their class, such as 严禁路/严控路 or 核心/重点/一般. */
export const Scheme = Clause(
  {
    name: Name('scheme'),
    grades: List(Clause({ name: Name('grade') }, term('等级', 'Grade')), term('等级', 'Grades'), 50),
  },
  term('分级办法', 'Scheme'),
);

/** What kind of ground an area is. */
export const AreaKind = Choice(
  {
    zone: { zh: '网区', en: 'Zone' },
    grid: { zh: '网格', en: 'Grid' },
    road: { zh: '路段', en: 'Road' },
    village: { zh: '村（社区）', en: 'Village or community' },
    district: { zh: '片区', en: 'District' },
  },
  term('种类', 'Kind'),
);

/** A stretch of ground: a zone with its grids, a road from one point to another, a village. */
export const Area = Clause(
  {
    name: Name('area'),
    kind: Type.Optional(AreaKind),
    parent: Type.Optional(Ref('area', term('上级片区', 'Parent'))),
    children: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 10000,
        ...term('下辖数', 'Children', '文件写明的下级个数，用来核对', 'How many the document says lie in it; checked'),
      }),
    ),
    start: Type.Optional(Line(term('起点', 'Start', '路段起点', 'Where the road begins'))),
    end: Type.Optional(Line(term('止点', 'End', '路段止点', 'Where the road ends'))),
    grades: Type.Optional(Refs('grade', term('等级', 'Grades'))),
    units: Type.Optional(Refs('unit', term('责任单位', 'Units'))),
    supervise: Type.Optional(Refs('unit', term('督导单位', 'Supervise'))),
    sponsor: Type.Optional(Line(term('包保领导', 'Sponsor', '写职务，不写姓名', 'A post, never a person'))),
  },
  term('片区', 'Area'),
);

/** One place or asset that is inspected. `units` are those that answer for it on the ground. */
export const Site = Clause(
  {
    name: Name('site'),
    class: Ref('class', term('类别', 'Class')),
    area: Type.Optional(Ref('area', term('片区', 'Area'))),
    grades: Type.Optional(Refs('grade', term('等级', 'Grades', '每种分级办法最多一个', 'At most one of each scheme'))),
    units: Refs(
      'unit',
      term('管护单位', 'Kept by', '在现场对它负责的单位，问题派给其中承担该任务的那个', 'Units that answer for it on the ground'),
    ),
    code: Type.Optional(Line(term('编码', 'Code', '部件标识码，原样保存', 'The asset code, kept as written'))),
    address: Type.Optional(Line(term('位置', 'Address'))),
  },
  term('检查对象', 'Site'),
);

export const Places = Clause(
  {
    classes: List(SiteClass, term('对象类别', 'Site classes'), 500),
    schemes: Type.Optional(List(Scheme, term('分级办法', 'Schemes'), 50)),
    areas: Type.Optional(List(Area, term('片区', 'Areas'), 5000)),
    sites: List(Site, term('检查对象', 'Sites'), 20000),
  },
  term('网格与对象', 'Places', '检查哪些地方', 'Where inspections happen'),
);

export type Area = Static<typeof Area>;
export type Scheme = Static<typeof Scheme>;
export type Site = Static<typeof Site>;
export type Places = Static<typeof Places>;
