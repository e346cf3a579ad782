import { useSyncExternalStore } from 'react';

/** Where one is within the door. The place stands in the address behind `#`, so that the page opens there without a network. */
export type Route =
  | { readonly screen: 'today' }
  | { readonly screen: 'outbox' }
  | { readonly screen: 'settings' }
  /** The form of a duty, by its id. */
  | { readonly screen: 'fill'; readonly duty: string };

/** Reads the part of the address behind `#`; anything unknown is the list of today. */
export const readRoute = (hash: string): Route => {
  const [screen, rest] = hash.replace(/^#\/?/, '').split('/');
  if (screen === 'outbox' || screen === 'settings') return { screen };
  if (screen !== 'fill' || !rest) return { screen: 'today' };
  try {
    return { screen, duty: decodeURIComponent(rest) };
  } catch {
    return { screen: 'today' };
  }
};

/** The address of a place. */
export const addressOf = (route: Route): string =>
  `#/${route.screen}${route.screen === 'fill' ? `/${encodeURIComponent(route.duty)}` : ''}`;

/** Goes to a place; the phone's own back button comes back. */
export const go = (route: Route): void => {
  location.hash = addressOf(route);
};

/** Goes to the list without leaving a step to come back to, as after finishing a form. */
export const leave = (): void => {
  history.replaceState(null, '', addressOf({ screen: 'today' }));
  dispatchEvent(new HashChangeEvent('hashchange'));
};

const subscribe = (wake: () => void) => {
  addEventListener('hashchange', wake);
  return () => removeEventListener('hashchange', wake);
};

/** The part of the address behind `#`, following changes. */
export const useHash = (): string => useSyncExternalStore(subscribe, () => location.hash);
