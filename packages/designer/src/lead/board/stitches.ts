import { addDays, type Day, daysBetween, later, type MilestoneView, type PhaseView } from '@xiuhua/engine';

/** One cross stitch: a day, or several when the campaign is long. Sewn when its first day is not in the future. */
export interface Stitch {
  readonly x: number;
  readonly day: Day;
  readonly sewn: boolean;
  readonly current: boolean;
}

/** A phase as a stretch of the line, in pixels. `open` when it has no last day. */
export interface Stretch {
  readonly phase: PhaseView;
  readonly x: number;
  readonly width: number;
  readonly open: boolean;
}

/** A milestone on the line; `row` is 0 on the line itself and counts upwards when several fall together. */
export interface Knot {
  readonly milestone: MilestoneView;
  readonly x: number;
  readonly row: number;
}

/** The whole line of time, ready to draw. */
export interface Seam {
  readonly stitches: readonly Stitch[];
  readonly stretches: readonly Stretch[];
  readonly knots: readonly Knot[];
  /** Middle of today; null when today lies outside. */
  readonly today: number | null;
  readonly pitch: number;
  /** Days one stitch stands for. */
  readonly daysEach: number;
}

const smallestPitch = 11;
const knotSize = 14;

/** Last day drawn: the last day named anywhere, and some open ground after today for a long-term phase. */
const lastDay = (phases: readonly PhaseView[], first: Day, today: Day): Day => {
  const named = phases
    .flatMap((phase) => [phase.to ?? phase.from, ...phase.milestones.map((milestone) => milestone.by)])
    .reduce(later, first);
  if (phases.every((phase) => phase.to !== null)) return named;
  const reach = later(named, today);
  return addDays(reach, Math.max(7, Math.round(daysBetween(first, reach) * 0.15)));
};

const knotsOf = (phases: readonly PhaseView[], middle: (day: Day) => number): Knot[] => {
  const knots: Knot[] = [];
  const milestones = phases.flatMap((phase) => phase.milestones).toSorted((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0));
  for (const milestone of milestones) {
    const x = middle(milestone.by);
    const before = knots.at(-1);
    knots.push({ milestone, x, row: before && x - before.x < knotSize ? before.row + 1 : 0 });
  }
  return knots;
};

/** Lays the phases and milestones out on a line of this width. An empty campaign gives an empty line. */
export const seam = (phases: readonly PhaseView[], today: Day, width: number): Seam => {
  const first = phases[0]?.from;
  if (first === undefined) return { stitches: [], stretches: [], knots: [], today: null, pitch: smallestPitch, daysEach: 1 };
  const last = lastDay(phases, first, today);
  const days = daysBetween(first, last) + 1;
  const room = Math.max(1, Math.floor(width / smallestPitch));
  const each = Math.ceil(days / room);
  const count = Math.ceil(days / each);
  const pitch = width / count;
  const start = (day: Day) => (daysBetween(first, day) / each) * pitch;
  const middle = (day: Day) => start(day) + pitch / each / 2;
  const current = phases.find((phase) => phase.state === 'current');
  const stitches = Array.from({ length: count }, (_, i): Stitch => {
    const day = addDays(first, i * each);
    return {
      x: (i + 0.5) * pitch,
      day,
      sewn: day <= today,
      current: current !== undefined && day >= current.from && (current.to === null || day <= current.to),
    };
  });
  const stretches = phases.map((phase): Stretch => {
    const x = start(phase.from);
    const end = phase.to === null ? width : start(addDays(phase.to, 1));
    return { phase, x, width: Math.max(0, end - x), open: phase.to === null };
  });
  const inside = today >= first && today <= last;
  return { stitches, stretches, knots: knotsOf(phases, middle), today: inside ? middle(today) : null, pitch, daysEach: each };
};
