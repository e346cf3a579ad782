import { showPoints } from '../expression/points.ts';
import type { Block, Ground } from './bulletin.ts';
import { speak, type Word } from './bulletin-words.ts';
import { listEntries, ratings } from './lists.ts';
import { complaintViews, resolutionViews } from './public.ts';
import { sayPeriod } from './words.ts';

const headOf = (language: Ground['language'], words: readonly Word[]): readonly string[] => words.map((word) => speak(language, word));

/** Entries of the red and black lists that hang or wait on some day of the period. */
export const listParts = ({ campaign, from, today, language }: Ground): readonly Block[] => {
  const own = listEntries(campaign, today).filter(({ until }) => until >= from);
  if (own.length === 0) return [];
  const rows = own.map((entry) => ({
    cells: [entry.list, entry.unit, sayPeriod(entry.period, language), entry.from, entry.until, speak(language, entry.state)],
    source: entry.source,
    evidence: [`standings:${entry.ranking}·${entry.period}`],
  }));
  return [{ kind: 'table', caption: '', head: headOf(language, ['list', 'unit', 'period', 'from', 'until', 'state']), rows }];
};

/** The ratings that hold. */
export const creditParts = ({ campaign, today, language }: Ground): readonly Block[] => {
  const own = ratings(campaign, today).filter(({ valid }) => valid);
  if (own.length === 0) return [];
  const rows = own.map(({ credit, unit, level, points, until, source, ranking, period }) => ({
    cells: [credit, unit, level || speak(language, 'belowLevels'), showPoints(points), until],
    source,
    evidence: [`standings:${ranking}·${period}`],
  }));
  return [{ kind: 'table', caption: '', head: headOf(language, ['credit', 'unit', 'level', 'points', 'validUntil']), rows }];
};

/** What the public reported in the period, channel by channel. */
export const complaintParts = ({ campaign, plan, from, to, today, language }: Ground): readonly Block[] => {
  const own = complaintViews(campaign, today).filter(({ day }) => day >= from && day <= to);
  if (own.length === 0) return [];
  const counts = (of: typeof own) => ({
    n: of.length,
    closed: of.filter(({ state }) => state === 'closed').length,
    overdue: of.filter(({ state, overdue }) => state !== 'closed' && overdue).length,
  });
  const cite = (of: typeof own) => of.map(({ complaint }) => `complaint:${complaint}`);
  const channels = [...plan.publicity.channels.values()];
  const rows = channels.flatMap(({ channel, source }) => {
    const through = own.filter((one) => one.channel === channel.name);
    const { n, closed, overdue } = counts(through);
    return n === 0 ? [] : [{ cells: [channel.name, ...[n, closed, overdue].map(String)], source, evidence: cite(through) }];
  });
  return [
    { kind: 'paragraph', text: speak(language, 'complaintsText', counts(own)), source: channels[0]?.source ?? '', evidence: cite(own) },
    { kind: 'table', caption: '', head: headOf(language, ['channel', 'taken', 'closed', 'overdue']), rows },
  ];
};

/** What meetings decided and is open, was decided or was carried out in the period. */
export const resolutionParts = ({ campaign, plan, from, today, language }: Ground): readonly Block[] => {
  const own = resolutionViews(campaign, today).filter(({ done, day }) => !done || done.day >= from || day >= from);
  if (own.length === 0) return [];
  const rows = own.map(({ id, text, unit, due, state, meeting }) => ({
    cells: [text, unit, due, speak(language, state)],
    source: plan.publicity.meetings.get(meeting)?.source ?? '',
    evidence: [`resolution:${id}`],
  }));
  return [{ kind: 'table', caption: '', head: headOf(language, ['resolution', 'unit', 'by', 'state']), rows }];
};
