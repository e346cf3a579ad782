import { type Day, type Fact, sayPeriod } from '@xiuhua/engine';
import { showDay } from '../../shared/format.ts';
import { fill, type Language } from '../../shared/language.ts';
import type { addresses } from '../campaign/addresses.ts';
import { logWords } from './words.ts';

/** What is needed to tell a fact: the language, today, and what each finding is about. */
export interface Telling {
  readonly language: Language;
  readonly today: Day;
  readonly known: ReadonlyMap<string, string>;
}

/** The part of a fact that its sentence names, by name. Texts a person may leave empty come as a dash. */
const named = (fact: Fact, { language, today, known }: Telling): Readonly<Record<string, string | number>> => {
  const texts = Object.entries(fact).filter(
    (pair): pair is [string, string | number] => typeof pair[1] === 'string' || typeof pair[1] === 'number',
  );
  const params: Record<string, string | number> = Object.fromEntries(texts.map(([key, value]) => [key, value === '' ? '—' : value]));
  if (typeof params['period'] === 'string') params['period'] = sayPeriod(params['period'], language);
  for (const key of ['consequence', 'reading', 'appeal', 'progress', 'resolution'])
    if (params[key] !== undefined) params[key] = String(params[key]).split('·').join(' · ');
  if (fact.type === 'ProgressConfirmed' || fact.type === 'ProgressReturned') {
    const [, ...parts] = fact.progress.split('·');
    params['progress'] = `${parts.slice(0, -2).join('·')}${language === 'zh' ? `（${parts.at(-2)}）` : ` (${parts.at(-2)})`}`;
  }
  if (fact.type === 'RecordReturned') params['items'] = Object.keys(fact.remarks).join('、');
  if (fact.type === 'NoticeIssued') params['due'] = showDay(fact.due, today, language);
  if (fact.type === 'ReviewAsked' || fact.type === 'PlanReviewed') params['text'] = fact.text;
  if ('plan' in fact) params['plan'] = String(fact.plan).slice(0, 8);
  if (fact.type === 'PlanReviewed') params['verdict'] = logWords[language][fact.passed ? 'passed' : 'returned'];
  if (fact.type === 'PlanAdopted') params['from'] = showDay(fact.from, today, language);
  params['about'] = 'finding' in fact ? (known.get(fact.finding) ?? '') : (params['reading'] ?? params['about'] ?? '');
  return params;
};

/** What a fact says, without who and when. */
export const sayFact = (fact: Fact, telling: Telling): string => fill(logWords[telling.language][`say_${fact.type}`], named(fact, telling));

/** Where a fact can be looked at; `undefined` for one that has no page of its own. */
export const placeOf = (fact: Fact, to: ReturnType<typeof addresses>): string | undefined => {
  switch (fact.type) {
    case 'ChecklistSubmitted':
    case 'ConflictKept':
    case 'RecordReturned':
      return to.visit(fact.submission);
    case 'RecordChosen':
    case 'RecordsDismissed':
      return to.records(fact.duty);
    case 'FindingOpened':
    case 'RectificationReplied':
    case 'FindingClosed':
    case 'FindingMoved':
    case 'RectificationReturned':
      return to.finding(fact.finding);
    case 'LookBackDrawn':
      return to.findings({ state: 'drawn' });
    case 'NoticeIssued':
      return fact.findings[0] === undefined ? undefined : to.notice(fact.findings[0]);
    case 'MilestoneReached':
    case 'ProgressReported':
    case 'ProgressConfirmed':
    case 'ProgressReturned':
      return to.milestones();
    case 'StandingsPublished':
    case 'StandingsCorrected':
      return to.rankings({ ranking: fact.ranking, period: fact.period });
    case 'AppealOpened':
    case 'AppealDecided':
      return to.appeals();
    case 'ReadingReported':
      return to.indicators({ indicator: fact.indicator });
    case 'ReadingConfirmed':
    case 'ReadingReturned':
      return to.indicators({ indicator: fact.reading.slice(0, fact.reading.indexOf('·')) });
    case 'ConsequenceSigned':
    case 'ConsequenceDeclined':
      return to.consequences('all');
    case 'BulletinIssued':
      return to.bulletin(fact.report, fact.period);
    case 'ResolutionPassed':
    case 'ResolutionFulfilled':
      return to.bulletins();
    case 'ComplaintTaken':
      return to.finding(fact.finding);
    case 'ReviewAsked':
    case 'PlanReviewed':
    case 'PlanAdopted':
    case 'CampaignClosed':
    case 'DrawSeeded':
    case 'DrawRepeated':
      return undefined;
    case 'TilesArranged':
      return to.board();
  }
};
