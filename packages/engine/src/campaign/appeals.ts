import { dayOf } from '../calendar/day.ts';
import { type Outcome, refuse } from '../problem/problem.ts';
import type { Standing, Standings } from '../ranking/standings.ts';
import type { CorrectStandings, DecideAppeal, OpenAppeal } from './command.ts';
import type { Context } from './context.ts';
import type { AppealDecided, AppealOpened, Event, Fact, ResultChanged, StandingsCorrected } from './event.ts';
import { missingPhotos } from './rectify.ts';
import { computeStandings } from './standings.ts';
import type { Campaign } from './state.ts';

const facts = (...value: Fact[]): Outcome<readonly Fact[]> => ({ ok: true, value, problems: [] });

/** A unit objects to its own result in a published period; one open appeal at a time. */
export const decideOpening = (campaign: Campaign, command: OpenAppeal, context: Context): Outcome<readonly Fact[]> => {
  const { ranking, period, text, photos, findings = [] } = command;
  const { unit } = context.by;
  const published = campaign.standings.get(`${ranking}·${period}`);
  if (!published?.standings.rows.some((row) => row.unit === unit))
    return refuse('appeal.nothing-published', '/period', { period, ranking });
  if (text.trim() === '') return refuse('appeal.reason-missing', '/text');
  const own = [...campaign.appeals.values()].filter(
    (appeal) => appeal.ranking === ranking && appeal.period === period && appeal.unit === unit,
  );
  if (own.some((appeal) => appeal.state === 'open')) return refuse('appeal.already-open', '/period', { period });
  const absent = missingPhotos(photos, context);
  if (absent.length) return { ok: false, problems: absent };
  const foreign = findings.find((id) => campaign.findings.get(id)?.unit !== unit);
  if (foreign !== undefined) return refuse('appeal.not-your-record', '/findings');
  const appeal = `${ranking}·${period}·${unit}·${own.length + 1}`;
  const named = findings.length > 0 ? { findings } : {};
  return facts({ type: 'AppealOpened', appeal, ranking, period, unit, text, photos, ...named });
};

/** Somebody of another unit upholds or rejects an appeal, with a reason. */
export const decideAppeal = (campaign: Campaign, command: DecideAppeal, context: Context): Outcome<readonly Fact[]> => {
  const appeal = campaign.appeals.get(command.appeal);
  if (!appeal) return refuse('appeal.unknown', '/appeal');
  if (appeal.state !== 'open') return refuse('appeal.decided', '/appeal', { by: appeal.decision?.by ?? '' });
  if (context.by.unit === appeal.unit) return refuse('finding.own-work', '/appeal');
  if (command.text.trim() === '') return refuse('appeal.reason-missing', '/text');
  return facts({ type: 'AppealDecided', appeal: appeal.id, upheld: command.upheld, text: command.text });
};

const resultOf = (row: Standing | undefined) => ({ points: row?.points ?? 0, rank: row?.rank ?? null });

/** Units whose points or rank differ between two issues. */
export const changesBetween = (before: Standings, after: Standings): readonly ResultChanged[] =>
  after.rows.flatMap((row): ResultChanged[] => {
    const old = resultOf(before.rows.find((other) => other.unit === row.unit));
    return old.points === row.points && old.rank === row.rank ? [] : [{ unit: row.unit, before: old, after: resultOf(row) }];
  });

/** Issues the standings of a published period anew, by what is known now; refused when nothing would change. */
export const decideCorrection = (campaign: Campaign, command: CorrectStandings, context: Context): Outcome<readonly Fact[]> => {
  const { ranking, period, reason } = command;
  const published = campaign.standings.get(`${ranking}·${period}`);
  const standings = published && computeStandings(campaign, ranking, { period, today: dayOf(context.at) });
  if (!published || !standings) return refuse('period.not-published', '/period', { period, ranking });
  if (reason.trim() === '') return refuse('appeal.reason-missing', '/reason');
  const changes = changesBetween(published.standings, standings);
  if (changes.length === 0) return refuse('period.unchanged', '/period', { period, ranking });
  return facts({ type: 'StandingsCorrected', ranking, period, issue: published.issue + 1, reason, standings, changes });
};

/** Takes facts about appeals and corrections in. */
export const keepAppeal = (campaign: Campaign, event: Event, fact: AppealOpened | AppealDecided | StandingsCorrected): void => {
  const { at, by } = event;
  if (fact.type === 'StandingsCorrected') {
    const key = `${fact.ranking}·${fact.period}`;
    const before = campaign.standings.get(key);
    const earlier = before ? [...before.earlier, { ...before, earlier: [] }] : [];
    campaign.standings.set(key, {
      standings: fact.standings,
      at,
      by: by.name,
      issue: fact.issue,
      reason: fact.reason,
      changes: fact.changes,
      earlier,
    });
  } else if (fact.type === 'AppealOpened') {
    const { type: _, appeal: id, ...said } = fact;
    campaign.appeals.set(id, { id, ...said, state: 'open', at, by: by.name, decision: null });
  } else {
    const appeal = campaign.appeals.get(fact.appeal);
    if (!appeal) throw new Error(`the log decides an appeal it never opened: ${fact.appeal}`);
    campaign.appeals.set(fact.appeal, {
      ...appeal,
      state: fact.upheld ? 'upheld' : 'rejected',
      decision: { at, by: by.name, text: fact.text },
    });
  }
};
