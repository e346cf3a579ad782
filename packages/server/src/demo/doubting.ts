import {
  type Answer,
  addDays,
  type Campaign,
  type Day,
  dayOf,
  instantAt,
  recordsViews,
  type Submission,
  type SubmitChecklist,
} from '@xiuhua/engine';
import { type Album, demoChance, subjectOf } from './album.ts';
import { inspectors } from './people.ts';
import type { Step } from './step.ts';

/**
 * Days before the story stops. What was doubted long ago has been decided; the last of each kind waits for whoever
 * opens the demo.
 */
const days = { twoPhones: [24, 3], chosen: 22, sentBack: [18, 2], answered: 16 } as const;

/** The records of the last days that count and that nobody has doubted, newest first. */
const trusted = ({ submissions, byDuty }: Campaign, day: Day): readonly Submission[] =>
  [...submissions.values()]
    .filter(({ at, counts, returns, duty }) => {
      const came = dayOf(at);
      return counts && !returns && byDuty.get(duty)?.length === 1 && came < day && came >= addDays(day, -9);
    })
    .reverse();

const loginOf = ({ by }: Submission): string => inspectors.find(({ name }) => name === by.name)?.login ?? 'jiancha1';
const otherThan = (record: Submission): string => inspectors.find(({ name }) => name !== record.by.name)?.login ?? 'jiancha2';
const failedIn = ({ answers }: Submission): readonly [string, Answer][] =>
  Object.entries(answers).filter(([, { result }]) => result === 'fail');

const filling = (
  { plan, duty }: Submission,
  rest: Pick<SubmitChecklist, 'submission' | 'filledAt' | 'answers' | 'amends'>,
): SubmitChecklist => ({
  type: 'SubmitChecklist',
  plan,
  duty,
  ...rest,
});

/** The other inspector did the same duty before the first record was in, and found in order what the first did not. */
const secondPhone = (campaign: Campaign, day: Day): readonly Step[] => {
  const record = trusted(campaign, day).find((one) => failedIn(one).length > 0);
  if (!record) return [];
  const [[item] = ['']] = failedIn(record);
  const answers = { ...record.answers, [item]: { result: 'pass' } as const };
  const command = filling(record, { submission: `bb${record.submission.slice(2)}`, filledAt: record.filledAt, answers });
  return [{ at: instantAt(day, '08:40'), who: otherThan(record), command }];
};

const choice = (campaign: Campaign, day: Day): readonly Step[] =>
  recordsViews(campaign)
    .filter(({ state }) => state === 'open')
    .flatMap(({ duty, records }): readonly Step[] => {
      const record = records.find(({ counts }) => counts)?.record;
      const reason = '有现场照片为证，以先到的记录为准。';
      return record === undefined
        ? []
        : [{ at: instantAt(day, '09:20'), who: 'office', command: { type: 'ChooseRecord', duty, record, reason } }];
    });

/** The office sends a record back: the photo does not show enough. */
const sendingBack = (campaign: Campaign, day: Day): readonly Step[] => {
  const record = trusted(campaign, day).find((one) => failedIn(one).some(([, { photos }]) => photos?.length));
  const item = record && failedIn(record).find(([, { photos }]) => photos?.length)?.[0];
  if (!record || item === undefined) return [];
  const remarks = { [item]: '照片看不清门牌，请补拍一张全景，并写明位置。' };
  return [
    { at: instantAt(day, '08:50'), who: 'office', command: { type: 'ReturnRecord', submission: record.submission, remarks, text: '' } },
  ];
};

const nextRound = (campaign: Campaign, day: Day, album: Album): readonly Step[] =>
  [...campaign.submissions.values()].flatMap((record): readonly Step[] => {
    const { answered, remarks = {} } = record.returns?.at(-1) ?? {};
    const [item = ''] = Object.keys(remarks);
    const before = record.answers[item];
    if (answered !== null || !before) return [];
    const photo = album.pick(subjectOf(campaign.versions.at(-1)?.plan.places.sites.get(record.site)?.class ?? ''), true, demoChance(item));
    const photos = [...new Set([...(before.photos ?? []), photo])];
    const answers = { ...record.answers, [item]: { ...before, note: '大门东侧三米，见全景照片', photos } };
    const filledAt = instantAt(day, '10:10');
    const command = filling(record, { submission: `cc${record.submission.slice(2)}`, filledAt, answers, amends: record.submission });
    return [{ at: filledAt, who: loginOf(record), command }];
  });

/** What becomes of records that are doubted: two of one duty, and those the office sends back. `today` ends the story. */
export const doubtingOn = (
  campaign: Campaign,
  day: Day,
  { album, today }: { readonly album: Album; readonly today: Day },
): readonly Step[] => {
  const isOn = (ago: number): boolean => day === addDays(today, -ago);
  return [
    ...(days.twoPhones.some(isOn) ? secondPhone(campaign, day) : []),
    ...(isOn(days.chosen) ? choice(campaign, day) : []),
    ...(days.sentBack.some(isOn) ? sendingBack(campaign, day) : []),
    ...(isOn(days.answered) ? nextRound(campaign, day, album) : []),
  ];
};
