import { daysOf, kindOf, type Period, periodBefore, periodOf } from '../calendar/period.ts';
import { proposals } from '../campaign/standings.ts';
import { showPoints } from '../expression/points.ts';
import type { Standing } from '../ranking/standings.ts';
import type { Block, Ground } from './bulletin.ts';
import { speak } from './bulletin-words.ts';
import { chartOf } from './chart.ts';
import { sayCourse } from './indicator-words.ts';
import { indicatorViews } from './indicators.ts';
import { phaseViews } from './phases.ts';
import { standingsView } from './standings.ts';
import type { StandingsView, TargetView } from './views.ts';
import { sayPeriod, sayProposal } from './words.ts';

/** The newest period of a ranking that ended inside the period of the bulletin; else the one in which it ends. */
const periodOfRanking = (ground: Ground, ranking: string): Period | undefined => {
  const kind = ground.plan.rankings.get(ranking)?.sheet.sheet.every;
  if (!kind) return undefined;
  const at = periodOf(kind, ground.to);
  const whole = daysOf(at).last <= ground.to ? at : periodBefore(at);
  return daysOf(whole).last >= ground.from || kindOf(ground.period) === 'week' ? whole : at;
};

const before = (ground: Ground, { standings }: StandingsView): StandingsView | undefined =>
  standingsView(ground.campaign, { ranking: standings.ranking, period: periodBefore(standings.period), today: ground.today });

const moved = (row: Standing, earlier: StandingsView | undefined, ground: Ground): string => {
  const old = earlier?.published ? (earlier.standings.rows.find(({ unit }) => unit === row.unit)?.rank ?? null) : null;
  if (row.rank === null || old === null) return '—';
  if (old === row.rank) return speak(ground.language, 'same');
  return speak(ground.language, row.rank < old ? 'up' : 'down', { n: Math.abs(old - row.rank) });
};

/** Points of a column with the same number of decimals, so that they stand under one another. */
const alignedPoints = (rows: readonly Standing[]): ((row: Standing) => string) => {
  const texts = rows.map(({ points }) => showPoints(points).split('.'));
  const decimals = Math.max(0, ...texts.map(([, rest = '']) => rest.length));
  return ({ points }) => {
    const [whole = '', rest = ''] = showPoints(points).split('.');
    return decimals === 0 ? whole : `${whole}.${rest.padEnd(decimals, '0')}`;
  };
};

const rankingTable = (ground: Ground, view: StandingsView): readonly Block[] => {
  const { language } = ground;
  const { ranking, period, rows, source } = view.standings;
  const evidence = [`standings:${ranking}·${period}`];
  const state = speak(language, view.published ? 'published' : 'notPublished');
  const ranked = rows.filter(({ rank }) => rank !== null).length;
  const blanks = { ranking, period: sayPeriod(period, language), state };
  const text =
    ranked > 0 ? speak(language, 'rankingText', { ...blanks, n: ranked }) : speak(language, 'listedText', { ...blanks, n: rows.length });
  const grouped = rows.some(({ group }) => group !== '');
  const earlier = before(ground, view);
  const aligned = alignedPoints(rows);
  const cells = (row: Standing): readonly string[] => [
    ...(grouped ? [row.group] : []),
    row.rank === null ? speak(language, 'unranked') : String(row.rank),
    row.unit,
    aligned(row),
    moved(row, earlier, ground),
    String(row.inspections),
  ];
  const heads = [...(grouped ? (['group'] as const) : []), ...(['rank', 'unit', 'points', 'change', 'inspections'] as const)];
  const bars = rows.flatMap(({ unit, reason, points }) => (reason ? [{ label: unit, values: [showPoints(points)] }] : []));
  return [
    { kind: 'paragraph', text, source, evidence },
    ...chartOf({
      caption: speak(language, 'chartRanking', blanks),
      unit: speak(language, 'pointsUnit'),
      series: [speak(language, 'points')],
      bars,
    }),
    {
      kind: 'table',
      caption: '',
      head: heads.map((word) => speak(language, word)),
      rows: rows.map((row) => ({ cells: cells(row), source, evidence })),
    },
  ];
};

/** The rankings the report speaks of, each with its newest finished period, points and how places moved. */
export const rankingParts = (ground: Ground): readonly Block[] =>
  ground.rankings.flatMap((ranking) => {
    const period = periodOfRanking(ground, ranking);
    const view = period && standingsView(ground.campaign, { ranking, period, today: ground.today });
    return view && view.standings.rows.length > 0 ? rankingTable(ground, view) : [];
  });

/** Consequences that results published for periods ending in these days call for, and how they were decided. */
export const consequenceParts = (ground: Ground): readonly Block[] =>
  proposals(ground.campaign)
    .filter(({ period }) => daysOf(period).last >= ground.from && daysOf(period).first <= ground.to)
    .map((proposal) => ({
      kind: 'paragraph',
      text: `${sayProposal(proposal, ground.language)}${ground.language === 'zh' ? `【${speak('zh', proposal.state)}】` : ` [${speak('en', proposal.state)}]`}`,
      source: proposal.source,
      evidence: proposal.because.map(({ period }) => `standings:${proposal.ranking}·${period}`),
    }));

const isBehind = ({ state }: TargetView): boolean => state === 'behind' || state === 'missed' || state === 'late';
const isReached = ({ state }: TargetView): boolean => state === 'reached' || state === 'early';

/** Every target of every indicator as of today, counted and one by one. */
export const indicatorParts = ({ campaign, today, language }: Ground): readonly Block[] => {
  const views = indicatorViews(campaign, today).filter(({ targets }) => targets.length > 0);
  const targets = views.flatMap((view) => view.targets);
  if (targets.length === 0) return [];
  const count = (fits: (view: TargetView) => boolean): number => targets.filter(fits).length;
  const noData = count(({ state }) => state === 'no-data');
  const [reached, behind] = [count(isReached), count(isBehind)];
  const sums = { n: targets.length, reached, behind, noData, onCourse: targets.length - reached - behind - noData };
  const evidence = views.flatMap(({ readings }) => readings.map(({ id }) => `reading:${id}`));
  const rows = views.flatMap((view) =>
    view.targets.map((target) => ({
      cells: [view.name, sayCourse(target, view, language)],
      source: target.source || view.source,
      evidence: view.readings.map(({ id }) => `reading:${id}`),
    })),
  );
  const source = views.find((view) => view.source)?.source ?? '';
  return [
    { kind: 'paragraph', text: speak(language, 'indicatorsText', sums), source, evidence },
    { kind: 'table', caption: '', head: [speak(language, 'indicator'), speak(language, 'stands')], rows },
  ];
};

/** Milestones whose deadline lies in the period, and those overdue or due soon. */
export const milestoneParts = ({ campaign, from, to, today, language }: Ground): readonly Block[] => {
  const own = phaseViews(campaign, today)
    .flatMap(({ milestones }) => milestones)
    .filter(({ by, state }) => (by >= from && by <= to) || state === 'overdue' || state === 'due-soon');
  if (own.length === 0) return [];
  const rows = own.map(({ name, by, state, source, reached }) => ({
    cells: [name, by, `${speak(language, state)}${reached ? ` ${reached.day}` : ''}`],
    source,
    evidence: reached ? [`milestone:${name}`] : [],
  }));
  const head = (['milestone', 'by', 'state'] as const).map((word) => speak(language, word));
  return [{ kind: 'table', caption: '', head, rows }];
};
