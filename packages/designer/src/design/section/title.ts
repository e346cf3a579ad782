import type { Language } from '../../shared/language.ts';
import { headingOf } from './declared.ts';
import type { Section } from './sections.ts';
import { generalTitle } from './words.ts';

/** The heading of a section: as the schema of its part of the plan says; the first one has no schema of its own. */
export const sectionTitle = (section: Section, language: Language): string =>
  section.at === '' ? generalTitle[language] : headingOf(section.at, language);
