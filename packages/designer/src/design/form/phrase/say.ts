import { type PhraseKind, readEvery, readRank, readWithin, sayEvery, sayWithin } from '@xiuhua/engine';
import type { Language } from '../../../shared/language.ts';
import { readSitesPhrase } from './sites.ts';

const saySites = (phrase: string, language: Language): string | undefined => {
  const sites = readSitesPhrase(phrase);
  if (!sites) return undefined;
  if (sites.draw === null) return language === 'zh' ? '全部对象' : 'all sites';
  return language === 'zh' ? `抽取的${sites.draw}个对象` : `${sites.draw} sites drawn`;
};

const sayRank = (phrase: string, language: Language): string | undefined => {
  const rank = readRank(phrase);
  if (!rank) return undefined;
  const { end, n } = rank;
  if (language === 'en') return n === 1 ? `${end}` : `${end} ${n}`;
  return end === 'first' ? (n === 1 ? '第1名' : `前${n}名`) : n === 1 ? '最后1名' : `后${n}名`;
};

/** The kinds of phrase that can be built from choices; one of another kind is written as text. */
export type BuiltPhrase = 'every' | 'within' | 'sites' | 'rank';

export const isPhraseKind = (kind: PhraseKind): kind is BuiltPhrase => kind === 'every' || kind === 'within' || kind === 'sites' || kind === 'rank';

/** A phrase as people say it; `undefined` when it cannot be read, or is of a kind with no words. */
export const sayPhrase = (kind: PhraseKind, phrase: string, language: Language): string | undefined => {
  switch (kind) {
    case 'every': {
      const every = readEvery(phrase);
      return every && sayEvery(every, language);
    }
    case 'within': {
      const within = readWithin(phrase);
      return within && sayWithin(within, language);
    }
    case 'sites':
      return saySites(phrase, language);
    case 'rank':
      return sayRank(phrase, language);
    default:
      return undefined;
  }
};
