import { shownAs } from '../send/progress.ts';
import type { State } from './state.ts';

/** The words for the state of sending, as keys of the catalogue. */
export type StatusKey =
  | 'statusSending'
  | 'statusAttention'
  | 'statusSignIn'
  | 'statusOffline'
  | 'statusOfflineIdle'
  | 'statusWaiting'
  | 'statusDrafts'
  | 'statusAllSent';

/** How sending stands, in a shape, a tone and words. */
export interface Status {
  readonly key: StatusKey;
  readonly shape: '●' | '◐' | '▲' | '◇';
  readonly tone: 'jade' | 'indigo' | 'amber' | 'plain';
  readonly params: Readonly<Record<string, number>>;
}

/** How many items wait and how many need a person. */
export const countsOf = ({
  items,
}: Pick<State, 'items'>): { readonly waiting: number; readonly attention: number; readonly delivered: number } => ({
  waiting: items.filter((i) => shownAs(i) === 'waiting').length,
  attention: items.filter((i) => shownAs(i) === 'attention').length,
  delivered: items.filter((i) => i.state === 'delivered').length,
});

/** The one sentence about sending that stands on every screen. What needs a hand comes before what runs by itself. */
export const statusOf = (state: Pick<State, 'items' | 'drafts' | 'sending' | 'signedIn' | 'line'>): Status => {
  const { waiting, attention } = countsOf(state);
  if (state.sending)
    return { key: 'statusSending', shape: '◐', tone: 'indigo', params: { done: state.sending.done, of: state.sending.of } };
  if (attention > 0) return { key: 'statusAttention', shape: '▲', tone: 'amber', params: { n: attention, waiting } };
  if (waiting > 0 && state.signedIn === 'no') return { key: 'statusSignIn', shape: '▲', tone: 'amber', params: { n: waiting } };
  if (waiting > 0 && state.line === 'gone') return { key: 'statusOffline', shape: '◇', tone: 'plain', params: { n: waiting } };
  if (waiting > 0) return { key: 'statusWaiting', shape: '◐', tone: 'indigo', params: { n: waiting } };
  if (state.line === 'gone') return { key: 'statusOfflineIdle', shape: '◇', tone: 'plain', params: {} };
  if (state.drafts.length > 0) return { key: 'statusDrafts', shape: '◇', tone: 'plain', params: { n: state.drafts.length } };
  return { key: 'statusAllSent', shape: '●', tone: 'jade', params: {} };
};
