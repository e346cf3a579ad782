import { openDevice } from '../device/base.ts';
import { storedSession } from '../device/cache.ts';
import { storedPin } from '../lock/pin.ts';
import { openPocket, type Pocket } from './pocket.ts';
import { adoptSession } from './refresh.ts';
import { bringUpToDate, everyMs, tidy } from './sending.ts';

interface InstallEvent extends Event {
  prompt(): Promise<unknown>;
}

const watchInstall = ({ state }: Pocket): void => {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    const install = () => (event as InstallEvent).prompt().then(() => state.set({ install: null }));
    state.set({ install });
  });
};

/** Offers a newer version of the app; it changes over only when the person says so. */
const watchUpdates = async ({ state }: Pocket): Promise<void> => {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  const registration = await navigator.serviceWorker.register('/inspect/sw.js', { scope: '/inspect/' }).catch(() => undefined);
  if (!registration) return;
  const offer = () => {
    const { waiting } = registration;
    if (!waiting || !navigator.serviceWorker.controller) return;
    const change = () => {
      navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
      waiting.postMessage({ type: 'SKIP_WAITING' });
    };
    state.set({ update: change });
  };
  offer();
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', offer));
};

/** Asks the browser not to clear what is stored here. It may refuse; the settings say so. */
const askPersistence = async ({ state }: Pocket): Promise<void> => {
  const { storage } = navigator as Partial<Navigator>;
  const persisted = await storage?.persist?.().catch(() => null);
  state.set({ persisted: persisted ?? null });
};

/** How often the phone looks whether a line that was gone is back; what the browser says about it is not always so. */
const lookMs = 10_000;

/** How long what is on the screen may go without being brought up to date, while the page is open. */
const staleMs = 600_000;

const watchLine = (pocket: Pocket): void => {
  const { state } = pocket;
  let last = Date.now();
  const now = () => {
    last = Date.now();
    void bringUpToDate(pocket);
  };
  addEventListener('online', now);
  addEventListener('offline', () => state.set({ line: 'gone' }));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && Date.now() - last > everyMs) now();
  });
  setInterval(() => {
    const { line, items } = state.get();
    const ago = Date.now() - last;
    const waits = items.some((i) => i.state === 'waiting');
    if (ago > staleMs || (line === 'gone' && document.visibilityState === 'visible') || (waits && ago > everyMs)) now();
  }, lookMs);
};

/** How long the phone may lie aside before its PIN is asked for again. */
const asideMs = 5 * 60_000;

const watchLock = ({ device, state }: Pocket): void => {
  let since = 0;
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') since = Date.now();
    else if (since > 0 && Date.now() - since > asideMs)
      void storedPin(device).then(
        (pin) => pin && state.set({ locked: true }),
        () => undefined,
      );
  });
};

/** Opens the door: first what the device holds, so that it works without a network, then what the server knows. */
export const start = async (): Promise<Pocket> => {
  const pocket = openPocket(openDevice());
  watchInstall(pocket);
  const stored = await storedSession(pocket.device).catch(() => {
    pocket.state.set({ memory: 'broken' });
    return undefined;
  });
  if (stored && (await storedPin(pocket.device).catch(() => undefined))) pocket.state.set({ locked: true });
  if (stored) await adoptSession(pocket, stored.session, { slip: stored.slip });
  if (!navigator.onLine) pocket.state.set({ line: 'gone' });
  pocket.state.set({ ready: true });
  watchLock(pocket);
  watchLine(pocket);
  void watchUpdates(pocket);
  void askPersistence(pocket);
  void bringUpToDate(pocket).then(() => tidy(pocket).catch(() => undefined));
  return pocket;
};
