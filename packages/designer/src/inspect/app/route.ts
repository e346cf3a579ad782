import { useSyncExternalStore } from 'react';

/** Where one is within the door. The place stands in the address behind `#`, so that the page opens there without a network. */
export type Route =
  | { readonly screen: 'today' }
  | { readonly screen: 'outbox' }
  | { readonly screen: 'settings' }
  | { readonly screen: 'messages' }
  /** The duties at one site, as its QR code says. */
  | { readonly screen: 'site'; readonly site: string }
  /** Letting this phone in; the code is empty when it was not scanned. */
  | { readonly screen: 'register'; readonly code: string }
  /** The form of a duty, by its id. */
  | { readonly screen: 'fill'; readonly duty: string };

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
};

/** Reads the part of the address behind `#`; anything unknown is the list of today. */
export const readRoute = (hash: string): Route => {
  const [screen, rest] = hash.replace(/^#\/?/, '').split('/');
  if (screen === 'outbox' || screen === 'settings' || screen === 'messages') return { screen };
  const said = decoded(rest ?? '');
  if (screen === 'register') return { screen, code: said };
  if (screen === 'site' && said) return { screen, site: said };
  return screen === 'fill' && said ? { screen, duty: said } : { screen: 'today' };
};

const saysWhich = (route: Route): string => {
  if (route.screen === 'fill') return route.duty;
  if (route.screen === 'site') return route.site;
  return route.screen === 'register' ? route.code : '';
};

/** The address of a place. */
export const addressOf = (route: Route): string => {
  const which = saysWhich(route);
  return `#/${route.screen}${which ? `/${encodeURIComponent(which)}` : ''}`;
};

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
