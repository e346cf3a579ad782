import { readWithin, sayWithin } from '../calendar/within.ts';
import { readFails, sayFails } from '../checklist/fails.ts';
import { sayTargetPhrase } from '../indicator/say.ts';
import { readTarget } from '../indicator/target.ts';
import { canonicalText } from '../problem/canonical.ts';
import { noun } from '../problem/nouns.ts';
import { readEvery, sayEvery } from '../schedule/every.ts';
import { readSites, saySites } from '../schedule/sites.ts';
import { isWritten, type Written } from './diff-identity.ts';
import { Plan } from './schema.ts';
import type { Shape } from './shape.ts';

export type Language = 'zh' | 'en';

/** The heading of a key in a language; the key itself where the format has none. */
export const titleOf = (shape: Shape | undefined, key: string, language: Language): string =>
  (language === 'zh' ? shape?.title : shape?.en?.title) || key;

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 58)}……` : text);

/** A list as people write it: with 、 or commas. */
export const listed = (parts: readonly string[], language: Language): string => parts.join(language === 'zh' ? '、' : ', ');

/** A word or name between quotation marks. */
export const quoted = (text: string): string => `“${short(text)}”`;

const phrases: Readonly<Record<string, (text: string, language: Language) => string | undefined>> = {
  every: (text, language) => {
    const read = readEvery(text);
    return read && sayEvery(read, language);
  },
  within: (text, language) => {
    const read = readWithin(text);
    return read && sayWithin(read, language);
  },
  sites: (text, language) => {
    const read = readSites(text);
    return read && saySites(read, language);
  },
  fails: (text, language) => {
    const read = readFails(text);
    return read && sayFails(read, language);
  },
  target: (text, language) => {
    const read = readTarget(text);
    return read && sayTargetPhrase(read, '', language).trim();
  },
};

const sayText = (shape: Shape | undefined, text: string, language: Language): string => {
  const choice = shape?.anyOf?.find((one) => one.const === text);
  if (choice) return quoted(titleOf(choice, text, language));
  if (/^\d{4}(-\d\d){0,2}$/.test(text) && (shape?.format === 'date' || shape?.anyOf || shape?.phrase)) return text;
  return quoted((shape?.phrase && phrases[shape.phrase]?.(text, language)) ?? text);
};

/** A waiver as people speak of it: what about, and why; the code of the problem says nothing to them. */
const sayWaiver = ({ clause, at, reason }: Written, language: Language): string => {
  const section = String(at ?? '').split('/')[1] ?? '';
  const about =
    typeof clause === 'string'
      ? clause
      : section === ''
        ? ''
        : titleOf((Plan as unknown as Shape).properties?.[section], section, language);
  const why = quoted(String(reason ?? ''));
  if (language === 'zh') return about === '' ? `一条提示不改，理由${why}` : `${quoted(about)}的提示不改，理由${why}`;
  return about === '' ? `a warning left because of ${why}` : `a warning about ${quoted(about)} left because of ${why}`;
};

const isWaiver = (shape: Shape | undefined): boolean => shape?.properties?.code !== undefined && shape.properties.reason !== undefined;

const sayObject = (shape: Shape | undefined, value: Written, language: Language): string => {
  if (isWaiver(shape)) return sayWaiver(value, language);
  const kind = Object.values(shape?.properties ?? {}).find((property) => property.declares)?.declares;
  if (kind && typeof value.name === 'string') return `${noun(language, kind)}${language === 'en' ? ' ' : ''}${quoted(value.name)}`;
  if (!shape?.properties) return quoted(canonicalText(value));
  const parts = Object.entries(value).flatMap(([key, inner]) => {
    const said = typeof inner === 'object' ? undefined : sayValue(shape.properties?.[key], inner, language);
    return said === undefined || key === 'note'
      ? []
      : [`${titleOf(shape.properties?.[key], key, language)}${language === 'en' ? ' ' : ''}${said}`];
  });
  return parts.length > 0 ? listed(parts, language) : quoted(canonicalText(value));
};

/** A value of a plan in words: choices by their headings, phrases as sentences, things by their names. */
export const sayValue = (shape: Shape | undefined, value: unknown, language: Language): string => {
  if (typeof value === 'string') return sayText(shape, value, language);
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return language === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no';
  if (isWritten(value)) return sayObject(shape, value, language);
  if (!Array.isArray(value)) return language === 'zh' ? '空值' : 'null';
  const shown = value.slice(0, 8).map((one) => sayValue(shape?.items, one, language));
  const more = value.length - shown.length;
  if (value.length === 0) return language === 'zh' ? '无' : 'none';
  return `${listed(shown, language)}${more > 0 ? (language === 'zh' ? `等${value.length}项` : ` and ${more} more`) : ''}`;
};
