import { addDays, type Day, daysBetween, isDay, type Plan, periodBefore, periodOf } from '@xiuhua/engine';
import { demoFindings } from './flow.ts';
import { hearing } from './hearing.ts';
import { demoIndicators } from './indicators.ts';

/** Days from today to the deadlines of tasks that the template gives none: one past, one this week, one this fortnight, the rest later. */
const taskDays = [25, 6, 12, -4, 40, 60];

/** Days until the last phase of the demo begins: the one before it is under way. */
const remaining = 18;

/**
 * First day of the demo: the first of a month, so that at least two whole months lie behind today and have been
 * published, however early in its month today is.
 */
export const firstDay = (today: Day): Day => {
  const monthsBack = Number(today.slice(8)) < 5 ? 3 : 2;
  let month = periodOf('month', today);
  for (let i = 0; i < monthsBack; i++) month = periodBefore(month);
  return `${month}-01`;
};

/** First days of the phases of the demo: the first lasts two weeks, the last begins in less than three, those between share the rest. */
const phaseStarts = (today: Day, count: number): readonly Day[] => {
  const first = firstDay(today);
  const [second, last] = [addDays(first, 14), addDays(today, remaining)];
  const between = (i: number): Day => addDays(second, Math.round((daysBetween(second, last) * (i - 1)) / Math.max(1, count - 2)));
  return Array.from({ length: count }, (_, i) => (i === 0 ? first : i === count - 1 ? last : between(i)));
};

/**
 * Moves a day of the template to the demo: phases are stretched between their new first days, what lies outside is
 * shifted. What is written in another way, such as `5 days before end`, stays.
 */
const mover = (from: readonly Day[], to: readonly Day[]) => {
  const stretch = (day: Day, i: number): Day => {
    const [start, next] = [from[i] as Day, from[i + 1]];
    const [newStart, newNext] = [to[i] as Day, to[i + 1]];
    if (next === undefined || newNext === undefined || day < start) return addDays(newStart, daysBetween(start, day));
    return addDays(newStart, Math.round((daysBetween(start, day) * daysBetween(newStart, newNext)) / daysBetween(start, next)));
  };
  return (written: string): string => {
    if (!isDay(written)) return written;
    const phase = from.findLastIndex((start) => start <= written);
    return stretch(written, Math.max(0, phase));
  };
};

/** The template with its days moved so that today lies in the middle of the campaign. It must have two phases or more. */
export const demoPlan = (template: Plan, today: Day): Plan => {
  const starts = phaseStarts(today, template.phases.length);
  const move = mover(
    template.phases.map((phase) => phase.from),
    starts,
  );
  const year = (starts[0] as Day).slice(0, 4);
  const indicators = demoIndicators(template, { first: starts[0] as Day, today }).map(({ indicator }) => indicator);
  return hearing({
    ...template,
    indicators,
    findings: demoFindings(template.findings),
    title: template.title.replace(/\d{4}(?=年)/, year),
    ...(template.number ? { number: template.number.replace(/\d{4}/, year) } : {}),
    ...(template.issued ? { issued: move(template.issued) } : {}),
    phases: template.phases.map((phase, i) => ({
      ...phase,
      from: starts[i] as Day,
      to: phase.to === 'long-term' ? phase.to : addDays((starts[i + 1] as Day) ?? move(phase.to), -1),
      ...(phase.review ? { review: move(phase.review) } : {}),
      ...(phase.milestones ? { milestones: phase.milestones.map((milestone) => ({ ...milestone, by: move(milestone.by) })) } : {}),
    })),
    responsibility: {
      ...template.responsibility,
      tasks: template.responsibility.tasks.map((task, i) => ({
        ...task,
        due: task.due ? move(task.due) : addDays(today, taskDays[i % taskDays.length] ?? 60),
      })),
    },
  });
};
