import type { RefKind } from '@xiuhua/engine';
import type { Language } from '../../shared/language.ts';
import { type Schema, schemaAt } from '../draft/schema.ts';
import { sections } from './sections.ts';
import { sectionWords } from './words.ts';

const declares = (schema: Schema, kind: RefKind): boolean =>
  schema.declares === kind ||
  (schema.items !== undefined && declares(schema.items, kind)) ||
  Object.values(schema.properties ?? {}).some((inner) => declares(inner, kind));

/** The heading of a part of the plan, as its schema says it. */
export const headingOf = (at: string, language: Language): string => {
  const schema = schemaAt(at);
  return (language === 'en' ? schema.en?.title : schema.title) ?? '';
};

/** The headings of the sections in which things of this kind are declared; a party is declared among the units. */
export const sectionDeclaring = (kind: RefKind, language: Language): string => {
  const wanted = kind === 'party' ? 'unit' : kind;
  const found = sections.slice(1).filter((s) => declares(schemaAt(s.at), wanted));
  return found.map((s) => headingOf(s.at, language)).join(sectionWords[language].listJoin);
};
