import type { SessionView } from '@xiuhua/engine';
import { keepSession } from '../device/cache.ts';
import { dropPin } from '../lock/pin.ts';
import { problemsIn } from '../send/verdict.ts';
import type { Reply } from '../send/wire.ts';
import { instantNow, type Pocket, reload } from './pocket.ts';
import { adoptSession } from './refresh.ts';
import { bringUpToDate } from './sending.ts';

/** How a sign-in or sign-out ended; `words` are the server's. */
export type Signing =
  | { readonly kind: 'done' }
  | { readonly kind: 'no-line' }
  | { readonly kind: 'refused'; readonly words: readonly string[] };

/** Signs in on this phone, then fetches the day's work and sends what waits. */
export const signIn = async (pocket: Pocket, login: string, password: string): Promise<Signing> => {
  const reply = await pocket.wire({ method: 'POST', path: '/session', text: JSON.stringify({ login, password }) });
  return enter(pocket, reply);
};

/** Lets this phone in with the code the office shows, under a name the office will see. */
export const registerPhone = async (pocket: Pocket, code: string, device: string): Promise<Signing> =>
  enter(pocket, await pocket.wire({ method: 'POST', path: '/session/device', text: JSON.stringify({ code, device }) }));

/** Takes the person over that the server let in; another person's PIN is no longer asked for. */
const enter = async (pocket: Pocket, reply: Reply): Promise<Signing> => {
  const problems = problemsIn(reply.json);
  if (problems) return { kind: 'refused', words: problems.map((p) => p.message) };
  const session = reply.json as SessionView | null | undefined;
  if (reply.status < 200 || reply.status > 299 || !session?.account?.id) return { kind: 'no-line' };
  if (pocket.state.get().session?.account.id !== session.account.id) await dropPin(pocket.device);
  const slip = reply.slip ?? 0;
  await keepSession(pocket.device, { id: 'current', session, slip, at: instantNow(pocket) });
  await adoptSession(pocket, session, { slip, signedIn: 'yes', line: 'there' });
  void bringUpToDate(pocket);
  return { kind: 'done' };
};

/** Signs out here and on the server. What is not sent stays on the device for this account. */
export const signOut = async (pocket: Pocket): Promise<Signing> => {
  const reply = await pocket.wire({ method: 'DELETE', path: '/session' });
  const gone = (reply.status >= 200 && reply.status < 300) || (reply.status === 401 && problemsIn(reply.json) !== undefined);
  if (!gone) return { kind: 'no-line' };
  await keepSession(pocket.device, null);
  await dropPin(pocket.device);
  pocket.state.set({ session: null, campaign: undefined, signedIn: 'no' });
  await reload(pocket);
  return { kind: 'done' };
};

/** An account of the demo county that inspects. */
export interface DemoAccount {
  readonly login: string;
  readonly password: string;
  readonly name: string;
}

/** The demo's inspectors; empty anywhere else. */
export const demoInspectors = async (pocket: Pocket): Promise<readonly DemoAccount[]> => {
  const reply = await pocket.wire({ method: 'GET', path: '/demo' });
  const { accounts } = (reply.json ?? {}) as { readonly accounts?: readonly (DemoAccount & { readonly door?: string })[] };
  return reply.status === 200 ? (accounts ?? []).filter((a) => a.door === 'inspect') : [];
};
