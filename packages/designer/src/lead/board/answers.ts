import type { Board, Reason, UnitFindings } from '@xiuhua/engine';
import { lastRanked } from '../say/groups.ts';
import { heaviest } from '../say/reasons.ts';

/** The four answers a leader comes for, as data. */
export interface Answers {
  /** Milestones and inspections: what is done and what is behind. */
  readonly onTime: { readonly reached: number; readonly overdue: number; readonly ahead: number; readonly missed: number };
  /** The last ranked unit of the newest standings, and the unit with most overdue findings. */
  readonly behind: {
    readonly last: { readonly unit: string; readonly rank: number; readonly ranking: string; readonly period: string } | null;
    readonly overdue: UnitFindings | null;
  };
  /** What cost the last unit most; null when it lost nothing. */
  readonly why: { readonly unit: string; readonly reason: Reason } | null;
  /** What waits for somebody: signatures, periods that are over and not published, replies to verify. */
  readonly decide: { readonly proposals: number; readonly unpublished: number; readonly toVerify: number };
}

/** Reads the four answers off the board. */
export const answersOf = (board: Board): Answers => {
  const milestones = board.phases.flatMap((phase) => phase.milestones);
  const count = (...states: readonly string[]) => milestones.filter((milestone) => states.includes(milestone.state)).length;
  const view = board.standings[0];
  const last = view && lastRanked(view.standings.rows);
  const reason = last && heaviest(last.reason);
  const worst = board.units.reduce<UnitFindings | null>((most, unit) => (unit.overdue > (most?.overdue ?? 0) ? unit : most), null);
  return {
    onTime: {
      reached: count('reached', 'reached-late'),
      overdue: count('overdue'),
      ahead: count('ahead', 'due-soon'),
      missed: board.duties.missed,
    },
    behind: {
      last: view && last ? { unit: last.unit, rank: last.rank ?? 0, ranking: view.standings.ranking, period: view.standings.period } : null,
      overdue: worst,
    },
    why: last && reason ? { unit: last.unit, reason } : null,
    decide: {
      proposals: board.proposals.filter((proposal) => proposal.state === 'proposed').length,
      unpublished: board.periods.filter((period) => period.over && !period.published).length,
      toVerify: board.findings.replied,
    },
  };
};
