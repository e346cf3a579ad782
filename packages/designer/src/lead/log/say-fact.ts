import { type Fact, sayPeriod } from '@xiuhua/engine';
import { fill, type Language } from '../../shared/language.ts';
import type { addresses } from '../campaign/addresses.ts';
import { logWords } from './words.ts';

/** The part of a fact that its sentence names, by name. Texts a person may leave empty come as a dash. */
const named = (fact: Fact, language: Language): Readonly<Record<string, string | number>> => {
  const texts = Object.entries(fact).filter(
    (pair): pair is [string, string | number] => typeof pair[1] === 'string' || typeof pair[1] === 'number',
  );
  const params: Record<string, string | number> = Object.fromEntries(texts.map(([key, value]) => [key, value === '' ? '—' : value]));
  if (fact.type === 'StandingsPublished') params['period'] = sayPeriod(fact.period, language);
  if (fact.type === 'ConsequenceSigned' || fact.type === 'ConsequenceDeclined')
    params['consequence'] = fact.consequence.split('·').join(' · ');
  return params;
};

/** What a fact says, without who and when. */
export const sayFact = (fact: Fact, language: Language): string => fill(logWords[language][`say_${fact.type}`], named(fact, language));

/** Where a fact can be looked at; `undefined` for one that has no page of its own. */
export const placeOf = (fact: Fact, to: ReturnType<typeof addresses>): string | undefined => {
  switch (fact.type) {
    case 'ChecklistSubmitted':
    case 'ConflictKept':
      return to.visit(fact.submission);
    case 'FindingOpened':
    case 'RectificationReplied':
    case 'FindingClosed':
    case 'RectificationReturned':
      return to.finding(fact.finding);
    case 'NoticeIssued':
      return fact.findings[0] === undefined ? undefined : to.notice(fact.findings[0]);
    case 'MilestoneReached':
      return to.milestones();
    case 'StandingsPublished':
      return to.rankings({ ranking: fact.ranking, period: fact.period });
    case 'ConsequenceSigned':
    case 'ConsequenceDeclined':
      return to.consequences('all');
    case 'PlanAdopted':
      return undefined;
  }
};
