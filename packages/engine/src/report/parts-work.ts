import { type Finding, isOverdue } from '../finding/finding.ts';
import type { Block, Ground } from './bulletin.ts';
import { speak, type Word } from './bulletin-words.ts';
import { chartOf } from './chart.ts';
import { dutyViews } from './duties.ts';
import type { DutyView } from './views.ts';

const cellsOf = (language: Ground['language'], words: readonly Word[]): readonly string[] => words.map((word) => speak(language, word));

const visitsOf = (duties: readonly DutyView[]): readonly string[] =>
  duties.flatMap(({ submission }) => (submission === null ? [] : [`visit:${submission}`]));

const counts = (duties: readonly DutyView[]) => {
  const of = (...states: readonly DutyView['state'][]): number => duties.filter(({ state }) => states.includes(state)).length;
  return { due: duties.length, done: of('done', 'late'), late: of('late'), missed: of('missed'), open: of('open', 'upcoming') };
};

/** How many inspections fell due in the period and what became of them, schedule by schedule. */
export const dutyParts = ({ campaign, plan, from, to, today, language }: Ground): readonly Block[] => {
  const duties = dutyViews(campaign, { from, to, today }).filter((duty) => duty.due >= from && duty.due <= to);
  if (duties.length === 0) return [];
  const all = counts(duties);
  const rows = plan.plan.schedule.flatMap((schedule) => {
    const own = duties.filter((duty) => duty.schedule === schedule.name);
    if (own.length === 0) return [];
    const { due, done, late, missed } = counts(own);
    return [{ cells: [schedule.name, ...[due, done, late, missed].map(String)], source: schedule.source ?? '', evidence: visitsOf(own) }];
  });
  const source = plan.plan.schedule.find((schedule) => schedule.source)?.source ?? '';
  const bars = plan.plan.schedule.flatMap(({ name }) => {
    const { due, done, late, missed } = counts(duties.filter((duty) => duty.schedule === name));
    return due === 0 ? [] : [{ label: name, values: [done - late, late, missed].map(String) }];
  });
  const series = cellsOf(language, ['inTime', 'late', 'notChecked']);
  return [
    { kind: 'paragraph', text: speak(language, 'dutiesText', all), source, evidence: visitsOf(duties) },
    ...chartOf({ caption: speak(language, 'chartDuties'), unit: speak(language, 'times'), series, bars }),
    { kind: 'table', caption: '', head: cellsOf(language, ['schedule', 'due', 'visited', 'late', 'missed']), rows },
  ];
};

const evidence = (findings: readonly Finding[]): readonly string[] => findings.map(({ id }) => `finding:${id}`);

/** A share in percent with one decimal; a dash when there is nothing to divide by. */
export const percent = (part: number, of: number): string => {
  if (of === 0) return '—';
  const tenths = (BigInt(part) * 2000n + BigInt(of)) / (2n * BigInt(of));
  return `${tenths / 10n}.${tenths % 10n}%`;
};

/** How many findings of a list are closed, open and overdue. */
export const tallyOf = (findings: readonly Finding[], today: string) => {
  const closed = findings.filter(({ state }) => state === 'closed').length;
  const overdue = findings.filter((finding) => finding.state !== 'closed' && isOverdue(finding, today)).length;
  return { opened: findings.length, closed, open: findings.length - closed, overdue, rate: percent(closed, findings.length) };
};

const mostFailed = (findings: readonly Finding[], language: Ground['language']): string => {
  const items = new Map<string, number>();
  for (const { item } of findings) items.set(item, (items.get(item) ?? 0) + 1);
  const most = [...items].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).slice(0, 3);
  return most.map(([item, n]) => speak(language, 'itemCount', { item, n })).join(language === 'zh' ? '、' : ', ');
};

/** The findings inspections opened in the period, as of today, unit by unit. What the public reported is told apart. */
export const findingParts = ({ campaign, plan, from, to, today, language }: Ground): readonly Block[] => {
  const opened = [...campaign.findings.values()].filter(
    ({ opened: day, submission }) => day >= from && day <= to && !campaign.complaints.has(submission),
  );
  const { source } = plan.notice;
  if (opened.length === 0) return [{ kind: 'paragraph', text: speak(language, 'noFindings'), source, evidence: [] }];
  const units = [...new Set(opened.map(({ unit }) => unit))];
  const rows = units.map((unit) => {
    const own = opened.filter((finding) => finding.unit === unit);
    const { opened: n, closed, open, overdue } = tallyOf(own, today);
    return { cells: [unit, ...[n, closed, open, overdue].map(String)], source, evidence: evidence(own) };
  });
  const bars = units.map((unit) => {
    const { closed, open, overdue } = tallyOf(
      opened.filter((finding) => finding.unit === unit),
      today,
    );
    return { label: unit, values: [closed, open - overdue, overdue].map(String) };
  });
  const series = cellsOf(language, ['closed', 'notDue', 'overdue']);
  return [
    { kind: 'paragraph', text: speak(language, 'findingsText', tallyOf(opened, today)), source, evidence: evidence(opened) },
    ...chartOf({ caption: speak(language, 'chartFindings'), unit: speak(language, 'pieces'), series, bars }),
    { kind: 'table', caption: '', head: cellsOf(language, ['unit', 'opened', 'closed', 'openFindings', 'overdue']), rows },
    { kind: 'paragraph', text: speak(language, 'worstText', { items: mostFailed(opened, language) }), source, evidence: evidence(opened) },
  ];
};
