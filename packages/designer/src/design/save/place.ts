import type { Language } from '../../shared/language.ts';
import { planSchema, type Schema } from '../draft/schema.ts';
import type { Disputed } from './merge.ts';

/**
 * A place of the plan in the words of its forms: the section, the names of things, the heading of the key. The list a
 * named thing stands in goes without saying, but for the section.
 */
export const sayPlace = (place: Disputed, language: Language): string => {
  let schema: Schema | undefined = planSchema;
  const words = place.flatMap((key, i): readonly string[] => {
    const named: Schema | undefined = schema?.items;
    schema = named ?? schema?.properties?.[key];
    const title = (language === 'en' ? schema?.en?.title : schema?.title) || key;
    return named ? [key] : schema?.items?.properties && i > 0 && i < place.length - 1 ? [] : [title];
  });
  return words.join(' · ');
};
