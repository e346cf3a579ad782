import {
  type PhraseKind,
  readBy,
  readEvery,
  readFails,
  readRank,
  readSites,
  readTarget,
  readWindow,
  readWithin,
  sayBy,
  sayEvery,
  sayFails,
  saySites,
  sayTargetPhrase,
  sayWithin,
  type Window,
} from '@xiuhua/engine';
import type { Language } from '../../../shared/language.ts';

const calendarWindows: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  zh: { quarter: '一个季度内', 'half-year': '半年内', year: '一年内' },
  en: { quarter: 'within a quarter', 'half-year': 'within half a year', year: 'within a year' },
};

const sayWindow = (window: Window, language: Language): string => {
  if (window.kind === 'calendar') return calendarWindows[language][window.period] ?? window.period;
  return language === 'zh' ? `最近${window.periods}期` : `in the last ${window.periods} periods`;
};

type Say = (phrase: string, language: Language) => string | undefined;

const sayRank: Say = (phrase, language) => {
  const rank = readRank(phrase);
  if (!rank) return undefined;
  const { end, n } = rank;
  if (language === 'en') return n === 1 ? `${end}` : `${end} ${n}`;
  return end === 'first' ? (n === 1 ? '第1名' : `前${n}名`) : n === 1 ? '最后1名' : `后${n}名`;
};

/** Reads a phrase and says it, or says nothing when it cannot be read. */
const told =
  <T>(read: (phrase: string) => T | undefined, say: (value: T, language: Language) => string): Say =>
  (phrase, language) => {
    const value = read(phrase);
    return value === undefined ? undefined : say(value, language);
  };

const sayings = {
  every: told(readEvery, sayEvery),
  within: told(readWithin, sayWithin),
  sites: told(readSites, saySites),
  rank: sayRank,
  by: told(readBy, sayBy),
  fails: told(readFails, sayFails),
  target: told(readTarget, (target, language) => sayTargetPhrase(target, '', language)),
  window: told(readWindow, sayWindow),
} satisfies Partial<Record<PhraseKind, Say>>;

/** The kinds of phrase that can be built from choices; one of another kind is written as text. */
export type BuiltPhrase = keyof typeof sayings;

export const isPhraseKind = (kind: string): kind is BuiltPhrase => Object.hasOwn(sayings, kind);

/** A phrase as people say it; `undefined` when it cannot be read, or is of a kind with no words. */
export const sayPhrase = (kind: PhraseKind, phrase: string, language: Language): string | undefined =>
  isPhraseKind(kind) ? sayings[kind](phrase, language) : undefined;
