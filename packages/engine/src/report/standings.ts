import { type Day, earlier } from '../calendar/day.ts';
import { daysOf, type Period, periodBefore, periodOf } from '../calendar/period.ts';
import { planInForce } from '../campaign/duties.ts';
import { computeStandings } from '../campaign/standings.ts';
import type { Campaign } from '../campaign/state.ts';
import type { PeriodView, StandingsView } from './views.ts';

/** Standings of a period: the published fact, or what they would be by what is known today. */
export const standingsView = (
  campaign: Campaign,
  at: { readonly ranking: string; readonly period: Period; readonly today: Day },
): StandingsView | undefined => {
  const published = campaign.standings.get(`${at.ranking}·${at.period}`);
  if (published) {
    const { standings, at: publishedAt, by: publishedBy, issue, reason, changes } = published;
    const earlier = published.earlier.map((one) => ({ issue: one.issue, at: one.at, by: one.by, reason: one.reason }));
    return { standings, published: true, publishedAt, publishedBy, over: true, issue, reason, changes, earlier };
  }
  const standings = computeStandings(campaign, at.ranking, at);
  const unissued = { published: false, publishedAt: '', publishedBy: '', issue: 0, reason: '', changes: [], earlier: [] };
  return standings && { standings, ...unissued, over: at.today > standings.to };
};

/** Standings with the rules that gave each unit its points, without what those rest on: a fiftieth of the whole. */
export const outlined = (view: StandingsView): StandingsView => {
  const rows = view.standings.rows.map((row) =>
    row.reason === null
      ? row
      : { ...row, reason: { ...row.reason, parts: row.reason.parts.map(({ whole: _, ...part }) => ({ ...part, parts: [] })) } },
  );
  return { ...view, standings: { ...view.standings, rows } };
};

/** The periods of every ranking since the campaign began, newest first; none after it was closed. */
export const periodViews = (campaign: Campaign, today: Day): readonly PeriodView[] => {
  const start = campaign.versions[0]?.from;
  const rankings = [...(planInForce(campaign)?.rankings.values() ?? [])];
  if (start === undefined) return [];
  return rankings.flatMap(({ ranking, sheet }) => {
    const views: PeriodView[] = [];
    for (
      let period = periodOf(sheet.sheet.every, campaign.closed ? earlier(campaign.closed.day, today) : today);
      daysOf(period).last >= start;
      period = periodBefore(period)
    )
      views.push({
        ranking: ranking.name,
        period,
        published: campaign.standings.has(`${ranking.name}·${period}`),
        over: today > daysOf(period).last,
      });
    return views;
  });
};

/** The newest published standings of each ranking; else those of the running period. */
export const newestStandings = (campaign: Campaign, today: Day, periods: readonly PeriodView[]): readonly StandingsView[] =>
  [...new Set(periods.map((period) => period.ranking))].flatMap((ranking) => {
    const own = periods.filter((period) => period.ranking === ranking);
    const newest = own.find(({ published }) => published) ?? own[0];
    return (newest && standingsView(campaign, { ranking, period: newest.period, today })) ?? [];
  });
