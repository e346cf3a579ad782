import { useSyncExternalStore } from 'react';

/** The two languages of the screens. Chinese comes first. */
export type Language = 'zh' | 'en';

const storageKey = 'xiuhua.language';
const listeners = new Set<() => void>();

const read = (): Language => (globalThis.localStorage?.getItem(storageKey) === 'en' ? 'en' : 'zh');

/** The language in use now. */
export const language = (): Language => read();

/** Changes the language of every open screen and remembers it on this device. */
export const setLanguage = (next: Language): void => {
  localStorage.setItem(storageKey, next);
  document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en';
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The language in use, following changes. */
export const useLanguage = (): Language => useSyncExternalStore(subscribe, read, () => 'zh');

/** A catalogue of words: the Chinese ones say which keys there are, the English ones must have the same. */
export interface Catalogue<K extends string> {
  readonly zh: Readonly<Record<K, string>>;
  readonly en: Readonly<Record<K, string>>;
}

/** Fills `{name}` places of a text; `{n|day|days}` takes the first word for one and the second for any other number. */
export const fill = (text: string, params: Readonly<Record<string, string | number>> = {}): string =>
  text
    .replace(/\{(\w+)\|([^|}]*)\|([^}]*)\}/g, (_, key: string, one: string, many: string) => (Number(params[key]) === 1 ? one : many))
    .replace(/\{(\w+)\}/g, (place, key: string) => String(params[key] ?? place));

/** The words of a catalogue in the language in use: `t('left', { n: 2 })`. */
export const useWords = <K extends string>(catalogue: Catalogue<K>) => {
  const now = useLanguage();
  return (key: K, params?: Readonly<Record<string, string | number>>): string => fill(catalogue[now][key], params);
};
