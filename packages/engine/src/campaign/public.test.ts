import { describe, expect, test } from 'vitest';
import { periodFor } from '../publicity/period.ts';
import { agenda, bulletin, citedIn } from '../report/bulletin.ts';
import { indicatorRecords } from '../report/indicators.ts';
import { listEntries, ratings } from '../report/lists.ts';
import { bulletinViews, complaintViews, meetingViews, resolutionViews } from '../report/public.ts';
import { publicPlan } from './public.fixture.ts';
import { replay } from './replay.ts';
import { computeStandings } from './standings.ts';
import { compiled, people, photo, play, visit } from './story.fixture.ts';

const plan = compiled(publicPlan());
const adopted = () => {
  const story = play([plan]);
  story.given(people.office, '2026-03-02T01:00:00.000Z', { type: 'AdoptPlan', plan: plan.hash });
  return story;
};
const complaint = {
  type: 'TakeComplaint',
  complaint: 'complaint-1',
  channel: '城市随手拍',
  topic: '占道经营',
  site: '一号店',
  text: '门口摆摊',
  photos: [photo],
} as const;
const codes = (outcome: { readonly problems: readonly { readonly code: string }[] }) => outcome.problems.map(({ code }) => code);

describe('群众反映', () => {
  test('opens a finding for the unit that keeps the site, with a notice of the usual time limit', () => {
    const story = adopted();
    expect(story.given(people.office, '2026-03-05T02:00:00.000Z', complaint).ok).toBe(true);
    const [view] = complaintViews(story.campaign(), '2026-03-05');
    expect(view).toMatchObject({ unit: '东村', due: '2026-03-10', state: 'rectifying', overdue: false, finding: 'complaint-1/0' });
  });

  test('keeps the day it was said beside the day it was written down; no other than a day of the campaign is taken', () => {
    const story = adopted();
    const at = '2026-03-05T02:00:00.000Z';
    for (const reported of ['2026-03-06', '2025-01-01', '2026-02-30'])
      expect(codes(story.given(people.office, at, { ...complaint, reported }))).toEqual(['complaint.bad-day']);
    expect(codes(story.given(people.office, at, { ...complaint, text: ' ' }))).toEqual(['complaint.text-missing']);
    expect(story.given(people.office, at, { ...complaint, reported: '2026-03-04' }).ok).toBe(true);
    expect(complaintViews(story.campaign(), '2026-03-05')).toMatchObject([
      { day: '2026-03-05', reported: '2026-03-04', due: '2026-03-10', left: 3 },
    ]);
  });

  test('is no inspection: a score does not count it as a failed item, and the unit stays uninspected', () => {
    const story = adopted();
    const at = { period: '2026-03', today: '2026-03-05' };
    const before = computeStandings(story.campaign(), '月排名', at);
    story.given(people.office, '2026-03-05T02:00:00.000Z', complaint);
    expect(computeStandings(story.campaign(), '月排名', at)).toEqual(before);
  });

  test('left to lie past its day it costs what an overdue rectification costs', () => {
    const story = adopted();
    story.given(people.office, '2026-03-05T02:00:00.000Z', complaint);
    const row = computeStandings(story.campaign(), '月排名', { period: '2026-03', today: '2026-03-20' })?.rows.find(
      (r) => r.unit === '东村',
    );
    expect(row?.points).toBe(98_000);
  });

  test('is answered and closed like any finding, and never by who answered it', () => {
    const story = adopted();
    story.given(people.office, '2026-03-05T02:00:00.000Z', complaint);
    const finding = 'complaint-1/0';
    expect(
      story.given(people.east, '2026-03-06T02:00:00.000Z', { type: 'ReplyRectification', finding, text: '已清', photos: [photo] }).ok,
    ).toBe(true);
    expect(
      story.given(people.second, '2026-03-07T02:00:00.000Z', { type: 'VerifyRectification', finding, passed: true, text: '', photos: [] })
        .ok,
    ).toBe(true);
    expect(complaintViews(story.campaign(), '2026-03-07')[0]?.state).toBe('closed');
  });

  test.each([
    ['a channel that is not there', { channel: '随手拍' }, 'complaint.unknown-channel'],
    ['a topic the channel does not take in', { topic: '噪声' }, 'complaint.unknown-topic'],
    ['no place at all', { site: undefined }, 'complaint.no-place'],
    ['a place in words where three units could answer', { site: undefined, place: '老街口' }, 'complaint.no-owner'],
    ['a photo that never arrived', { photos: ['b'.repeat(64)] }, 'submission.photo-unknown'],
  ])('%s is refused', (_, wrong, code) => {
    const story = adopted();
    const { site, ...rest } = { ...complaint, ...wrong } as { readonly site?: string };
    const command = { ...rest, ...(site === undefined ? {} : { site }) } as typeof complaint;
    expect(codes(story.given(people.office, '2026-03-05T02:00:00.000Z', command))).toEqual([code]);
  });

  test('the same again changes nothing; another under its number is refused; only the unit that takes them in may', () => {
    const story = adopted();
    story.given(people.office, '2026-03-05T02:00:00.000Z', complaint);
    const length = story.log.length;
    expect(story.given(people.office, '2026-03-06T02:00:00.000Z', complaint).ok).toBe(true);
    expect(story.log.length).toBe(length);
    expect(codes(story.given(people.office, '2026-03-06T02:00:00.000Z', { ...complaint, text: '别的事' }))).toEqual([
      'complaint.repeated-id',
    ]);
    expect(codes(story.given(people.east, '2026-03-06T02:00:00.000Z', { ...complaint, complaint: 'complaint-2' }))).toEqual([
      'complaint.not-your-channel',
    ]);
  });
});

test('a survey of too few answers is not taken; one of enough is a reading', () => {
  const story = adopted();
  const report = (denominator: number) =>
    story.given(people.office, '2026-04-02T02:00:00.000Z', {
      type: 'ReportReading',
      indicator: '群众满意率',
      period: '2026-Q1',
      numerator: 90,
      denominator,
      text: '',
      photos: [],
    });
  expect(codes(report(99))).toEqual(['reading.too-few-answers']);
  expect(report(100).ok).toBe(true);
});

describe('议定事项', () => {
  const pass = { type: 'PassResolution', meeting: '整治例会', text: '补划停车线', unit: '城管', due: '2026-03-20' } as const;

  test('goes to a unit with a day, is late after it, and is reported done by that unit once', () => {
    const story = adopted();
    story.given(people.office, '2026-03-06T08:00:00.000Z', pass);
    const id = '整治例会·2026-03-06·1';
    expect(resolutionViews(story.campaign(), '2026-03-20')).toMatchObject([{ id, unit: '城管所', state: 'open' }]);
    expect(resolutionViews(story.campaign(), '2026-03-21')[0]?.state).toBe('overdue');
    const done = { type: 'FulfilResolution', resolution: id, text: '已划', photos: [] } as const;
    expect(codes(story.given(people.east, '2026-03-21T02:00:00.000Z', done))).toEqual(['resolution.not-your-unit']);
    expect(story.given(people.office, '2026-03-21T02:00:00.000Z', done).ok).toBe(true);
    expect(resolutionViews(story.campaign(), '2026-03-22')[0]?.state).toBe('done-late');
    expect(codes(story.given(people.office, '2026-03-22T02:00:00.000Z', done))).toEqual(['resolution.already-done']);
  });

  test('keeps who was there, by their present names, and how they voted', () => {
    const story = adopted();
    const votes = { for: 2, against: 0, abstained: 0 };
    expect(story.given(people.office, '2026-03-06T08:00:00.000Z', { ...pass, present: ['城管', '东村'], votes }).ok).toBe(true);
    expect(resolutionViews(story.campaign(), '2026-03-06')).toMatchObject([{ present: ['城管所', '东村'], votes }]);
  });

  test.each([
    ['of a meeting that is not in the plan', { meeting: '例会' }, 'resolution.unknown-meeting'],
    ['for a unit nobody knows', { unit: '城管大队' }, 'resolution.unknown-unit'],
    ['that says nothing', { text: ' ' }, 'resolution.text-missing'],
    ['with a unit present that nobody knows', { present: ['城管大队'] }, 'resolution.unknown-unit'],
    ['with more votes than units present', { present: ['城管'], votes: { for: 2, against: 0, abstained: 0 } }, 'resolution.too-many-votes'],
    ['that half of those present were for', { votes: { for: 2, against: 1, abstained: 1 } }, 'resolution.not-carried'],
    ['for a day that is past', { due: '2026-03-05' }, 'resolution.day-past'],
  ])('%s is refused', (_, wrong, code) => {
    expect(codes(adopted().given(people.office, '2026-03-06T08:00:00.000Z', { ...pass, ...wrong }))).toEqual([code]);
  });
});

/** March with a dirty shop in the east, put right or not, and its standings published on the 1st of April. */
const march = (putRight: boolean) => {
  const story = adopted();
  const dirty = visit(plan, '2026-03-09', '一号店', { 门前干净: { result: 'fail', photos: [photo] } });
  story.given(people.inspector, '2026-03-09T03:00:00.000Z', dirty);
  story.given(people.inspector, '2026-03-09T03:10:00.000Z', visit(plan, '2026-03-09', '二号店'));
  const finding = `${dirty.submission}/0`;
  if (putRight) {
    story.given(people.east, '2026-04-02T03:00:00.000Z', { type: 'ReplyRectification', finding, text: '已改', photos: [photo] });
    story.given(people.second, '2026-04-03T03:00:00.000Z', { type: 'VerifyRectification', finding, passed: true, text: '', photos: [] });
  }
  story.given(people.office, '2026-04-01T01:00:00.000Z', { type: 'PublishStandings', ranking: '月排名', period: '2026-03' });
  return story;
};

describe('红黑榜', () => {
  const black = (campaign: ReturnType<ReturnType<typeof march>['campaign']>, day: string) =>
    listEntries(campaign, day)
      .filter(({ kind }) => kind === 'black')
      .map(({ unit, state, from, until }) => ({ unit, state, from, until }));

  test('the last is listed once the time to object is over, and comes down after thirty days', () => {
    const campaign = march(false).campaign();
    const entry = { unit: '东村', from: '2026-04-08', until: '2026-05-08' };
    expect(black(campaign, '2026-04-07')).toEqual([{ ...entry, state: 'waiting' }]);
    expect(black(campaign, '2026-04-08')).toEqual([{ ...entry, state: 'listed' }]);
    expect(black(campaign, '2026-05-09')).toEqual([{ ...entry, state: 'expired' }]);
  });

  test('put right it comes down early; an open appeal holds it, an upheld one takes it back', () => {
    expect(black(march(true).campaign(), '2026-04-10')[0]?.state).toBe('removed');
    const story = march(false);
    story.given(people.east, '2026-04-02T01:00:00.000Z', {
      type: 'OpenAppeal',
      ranking: '月排名',
      period: '2026-03',
      text: '当日停业',
      photos: [],
    });
    expect(black(story.campaign(), '2026-04-10')[0]?.state).toBe('held');
    story.given(people.office, '2026-04-11T01:00:00.000Z', {
      type: 'DecideAppeal',
      appeal: '月排名·2026-03·东村·1',
      upheld: true,
      text: '属实',
    });
    expect(black(story.campaign(), '2026-04-12')[0]?.state).toBe('withdrawn');
  });
});

test('a rating follows the newest published points and holds as long as the plan says', () => {
  const campaign = march(false).campaign();
  const of = (unit: string, day: string) => ratings(campaign, day).find((rating) => rating.unit === unit);
  expect(of('西村', '2026-04-05')).toMatchObject({ level: '三星', valid: true, until: '2026-07-02' });
  expect(of('东村', '2026-04-05')).toMatchObject({ level: '三星', points: 97_000 });
  expect(of('西村', '2026-07-03')?.valid).toBe(false);
});

describe('通报', () => {
  test('a weekly bulletin speaks of the week before, a running one of its own', () => {
    expect(periodFor({ covers: 'week' }, '2026-03-16')).toBe('2026-W11');
    expect(periodFor({ covers: 'week', which: 'running' }, '2026-03-16')).toBe('2026-W12');
    expect(periodFor({ covers: 'week' }, '2026-03-15')).toBe('2026-W11');
  });

  test('every figure cites a clause, and the records behind it exist', () => {
    const campaign = march(false).campaign();
    const paper = bulletin(campaign, '整治简报', { period: '2026-W11', today: '2026-03-16' });
    const cited = citedIn(paper?.blocks ?? []);
    const figures = cited.filter(({ said }) => /\d/.test(said));
    expect(figures.length).toBeGreaterThan(5);
    expect(figures.filter(({ source }) => source === '')).toEqual([]);
    const known = (ref: string): boolean => {
      const [kind = '', id = ''] = [ref.slice(0, ref.indexOf(':')), ref.slice(ref.indexOf(':') + 1)];
      if (kind === 'visit') return campaign.submissions.has(id);
      if (kind === 'finding') return campaign.findings.has(id);
      return kind === 'standings' ? id.startsWith('月排名·') : false;
    };
    expect(cited.flatMap(({ evidence }) => evidence).filter((ref) => !known(ref))).toEqual([]);
  });

  test('is said in both languages with the same figures', () => {
    const campaign = march(false).campaign();
    const texts = (language: 'zh' | 'en') =>
      (bulletin(campaign, '整治简报', { period: '2026-W11', today: '2026-03-16', language })?.blocks ?? []).map(({ kind }) => kind);
    expect(texts('zh')).toEqual(texts('en'));
  });

  test('is due on its day, issued once, and numbered', () => {
    const story = adopted();
    const issue = { type: 'IssueBulletin', report: '整治简报', period: '2026-W10' } as const;
    expect(codes(story.given(people.office, '2026-03-08T02:00:00.000Z', issue))).toEqual(['bulletin.not-over']);
    expect(bulletinViews(story.campaign(), '2026-03-09').find(({ period }) => period === '2026-W10')).toMatchObject({
      due: '2026-03-09',
      clock: '15:00',
      state: 'due',
    });
    expect(story.given(people.office, '2026-03-09T02:00:00.000Z', issue).ok).toBe(true);
    expect(codes(story.given(people.office, '2026-03-09T03:00:00.000Z', issue))).toEqual(['bulletin.already-issued']);
    expect(bulletin(story.campaign(), '整治简报', { period: '2026-W10', today: '2026-03-09' })?.number).toBe(1);
    expect(bulletinViews(story.campaign(), '2026-03-10').find(({ period }) => period === '2026-W10')?.state).toBe('issued');
    expect(codes(story.given(people.office, '2026-03-09T03:00:00.000Z', { ...issue, period: '2026-03' }))).toEqual([
      'bulletin.not-a-period',
    ]);
    expect(codes(story.given(people.office, '2026-03-09T03:00:00.000Z', { ...issue, report: '简报' }))).toEqual(['bulletin.unknown']);
  });

  test('the paper of a meeting looks at its agenda, on the days it sits and on no other', () => {
    const story = adopted();
    story.given(people.office, '2026-03-05T02:00:00.000Z', complaint);
    const paper = agenda(story.campaign(), '整治例会', { day: '2026-03-06', today: '2026-03-05' });
    expect(paper).toMatchObject({ kind: 'meeting', title: '整治例会议程（2026年第10周）', day: '2026-03-06', signedBy: '镇长' });
    expect(agenda(story.campaign(), '整治例会', { day: '2026-03-05', today: '2026-03-05' })).toBeUndefined();
    expect(paper?.blocks.filter(({ kind }) => kind === 'heading').map((block) => ('text' in block ? block.text : ''))).toEqual([
      '一、问题整改',
      '二、群众反映',
      '三、议定事项',
    ]);
  });
});

test('what a meeting decided belongs to its last sitting, until it sits again', () => {
  const story = adopted();
  const pass = (at: string, text: string) =>
    story.given(people.office, at, { type: 'PassResolution', meeting: '整治例会', text, unit: '东村', due: '2026-04-01' });
  expect(pass('2026-03-06T09:00:00.000Z', '补划停车线').ok).toBe(true);
  expect(pass('2026-03-10T01:00:00.000Z', '清理沟渠').ok).toBe(true);
  expect(pass('2026-03-13T01:00:00.000Z', '更换垃圾桶').ok).toBe(true);
  const views = meetingViews(story.campaign(), '2026-03-14').map(({ day, state, takes, resolutions }) => [
    day,
    state,
    takes,
    resolutions.length,
  ]);
  expect(views.slice(-4)).toEqual([
    ['2026-03-27', 'ahead', false, 0],
    ['2026-03-20', 'ahead', false, 0],
    ['2026-03-13', 'past', true, 1],
    ['2026-03-06', 'past', false, 2],
  ]);
});

test('a log with all of it replays to the same campaign', () => {
  const story = march(true);
  story.given(people.office, '2026-04-05T02:00:00.000Z', complaint);
  story.given(people.office, '2026-04-05T02:00:00.000Z', { type: 'IssueBulletin', report: '整治简报', period: '2026-W13' });
  expect(replay(story.log, story.library)).toEqual(story.campaign());
});

test('an indicator counts what came through a channel only where it names it, and then nothing else', () => {
  const counting = (channel?: string) => ({
    name: channel ?? '检查',
    unit: '件',
    binding: 'expected',
    task: '门前三包',
    computed: { count: 'opened-findings', every: 'month', ...(channel ? { channel } : {}) },
    targets: [{ target: 'at most 5', per: 'every-reading' }],
    source: '六',
  });
  const raw = publicPlan() as { readonly indicators: readonly unknown[] };
  const own = compiled({ ...raw, indicators: [...raw.indicators, counting(), counting('城市随手拍')] });
  const story = play([own]);
  story.given(people.office, '2026-03-02T01:00:00.000Z', { type: 'AdoptPlan', plan: own.hash });
  story.given(people.office, '2026-03-05T02:00:00.000Z', complaint);
  const at = { scope: { kind: 'whole', name: '' }, from: '2026-03-01', to: '2026-03-31', today: '2026-03-31' } as const;
  expect(indicatorRecords(story.campaign(), '检查', at).count).toEqual([]);
  expect(indicatorRecords(story.campaign(), '城市随手拍', at).count.map(({ id }) => id)).toEqual(['complaint-1/0']);
});
