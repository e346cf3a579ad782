import { addDays, appealViews, type Campaign, type Command, type Day, dayOf, type Reason, type Standing } from '@xiuhua/engine';
import { demoChance } from './album.ts';
import { momentIn, type Step } from './step.ts';

/** Days from the publication to the appeal, and from there to its decision. */
const untilAppeal = 1;
const untilDecided = 3;

const findingsIn = (reason: Reason): readonly string[] =>
  reason.cause?.kind === 'answer' ? [reason.cause.finding] : reason.parts.flatMap(findingsIn);

const dearest = (row: Standing): string | undefined => (row.reason ? findingsIn(row.reason)[0] : undefined);

/** Every published period brings one appeal: of the unit that came last, against one of the records that cost it points. */
const openingsOn = (campaign: Campaign, day: Day, logins: ReadonlyMap<string, string>): readonly Step[] =>
  [...campaign.standings.values()].flatMap(({ standings, at, issue }): readonly Step[] => {
    if (issue > 1 || addDays(dayOf(at), untilAppeal) !== day) return [];
    const last = standings.rows.findLast((row) => row.rank !== null);
    const [login, finding] = [last && logins.get(last.unit), last && dearest(last)];
    if (!login || finding === undefined) return [];
    const { ranking, period } = standings;
    const text = '照片拍到的是相邻路段，不属本单位责任区，请核实。';
    const command: Command = { type: 'OpenAppeal', ranking, period, text, photos: [], findings: [finding] };
    return [{ at: momentIn(day, [9, 10], demoChance(`appeal ${period}`)), who: login, command }];
  });

/** The office decides an appeal after three days, the newest period's apart; what it upholds is issued anew at once. */
const decisionsOn = (campaign: Campaign, day: Day, newest: string | undefined): readonly Step[] =>
  appealViews(campaign, day).flatMap(({ id, ranking, period, state, at, effect }): readonly Step[] => {
    if (state !== 'open' || period === newest || addDays(dayOf(at), untilDecided) !== day) return [];
    const upheld = effect.length > 0;
    const text = upheld ? '经核查，照片位置确属相邻路段，予以支持。' : '经核查，记录无误。';
    const chance = demoChance(`decided ${id}`);
    const decided: Step = {
      at: momentIn(day, [9, 10], chance),
      who: 'office',
      command: { type: 'DecideAppeal', appeal: id, upheld, text },
    };
    const reason = '申诉成立，剔除一条责任认定有误的记录。';
    const anew: Step = {
      at: momentIn(day, [11, 12], chance),
      who: 'office',
      command: { type: 'CorrectStandings', ranking, period, reason },
    };
    return upheld ? [decided, anew] : [decided];
  });

/** Appeals opened and decided on a day. `newest` is the period whose appeal waits for whoever opens the demo. */
export const appealingOn = (
  campaign: Campaign,
  day: Day,
  from: { readonly logins: ReadonlyMap<string, string>; readonly newest: string | undefined },
): readonly Step[] => [...openingsOn(campaign, day, from.logins), ...decisionsOn(campaign, day, from.newest)];
