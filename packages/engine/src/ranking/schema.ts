import Type, { type Static } from 'typebox';
import { Choice, Clause, List, Name, Ref, Refs, term } from '../problem/term.ts';

/** What happens to units with the same points. */
export const TieRule = Choice(
  {
    share: { zh: '并列，后面的名次空出', en: 'Share the place, leave gaps' },
    dense: { zh: '并列，名次连续', en: 'Share the place, no gaps' },
  },
  term('同分', 'Ties'),
);

/** Puts the units of a score sheet in order once a period is closed, all together or each group by itself. */
export const Ranking = Clause(
  {
    name: Name('ranking'),
    sheet: Ref('sheet', term('依据评分表', 'Sheet')),
    order: Choice(
      {
        'highest-first': { zh: '分高者在前', en: 'Highest first' },
        'lowest-first': { zh: '分低者在前', en: 'Lowest first' },
        none: { zh: '只列分，不排名', en: 'Listed, not ranked' },
      },
      term('次序', 'Order'),
    ),
    ties: TieRule,
    within: Type.Optional(
      Refs('party', term('分组', 'Within', '每组各排各的；不填为全部一起排', 'Each ranked by itself; empty: all together')),
    ),
    smallest: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 1000,
        ...term('最少参排数', 'Smallest group', '参排单位少于此数时不排名', 'Fewer units than this are not ranked'),
      }),
    ),
    inspections: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 10000,
        ...term('最少检查次数', 'Least inspections', '被检查次数少于此数的单位不排名', 'Units inspected less often are not ranked'),
      }),
    ),
  },
  term('排名', 'Ranking'),
);

export const Rankings = List(Ranking, term('排名', 'Ranking', '怎么排名', 'How units are put in order'), 50);

export type TieRule = Static<typeof TieRule>;
export type Ranking = Static<typeof Ranking>;
