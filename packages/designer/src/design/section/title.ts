import type { Language } from '../../shared/language.ts';
import { indexOf, type Json, valueAt } from '../draft/json.ts';
import { headingOf } from './declared.ts';
import { clauseNumber } from './number.ts';
import { nameOf } from './read.ts';
import { clauseAt, type Section, sectionAt } from './sections.ts';
import { generalTitle } from './words.ts';

/** The heading of a section: as the schema of its part of the plan says; the first one has no schema of its own. */
export const sectionTitle = (section: Section, language: Language): string =>
  section.at === '' ? generalTitle[language] : headingOf(section.at, language);

/** What a place of a plan is called: its section, and its clause where it is in one. */
export const headingAt = (plan: Json, place: string, language: Language): string => {
  const section = sectionTitle(sectionAt(place), language);
  const clause = clauseAt(place);
  if (clause === undefined || clause === '' || clause === sectionAt(place).at) return section;
  const name = nameOf(valueAt(plan, clause));
  const number = indexOf(clause) >= 0 ? clauseNumber(indexOf(clause), language) : '';
  return `${section} · ${number}${name}`;
};
