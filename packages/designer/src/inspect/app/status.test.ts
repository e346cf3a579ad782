// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { draft, waiting } from '../inspect.fixture.ts';
import { addressOf, readRoute } from './route.ts';
import { initialState, type State } from './state.ts';
import { statusOf } from './status.ts';

const wait = waiting();
const stuck = waiting(undefined, { state: 'attention', trouble: { kind: 'refused', words: [] } });
const sent = waiting(undefined, { state: 'delivered' });

describe('the one sentence about sending', () => {
  it.each<[string, Partial<State>, string]>([
    ['nothing at all', {}, 'statusAllSent'],
    ['everything arrived', { items: [sent] }, 'statusAllSent'],
    ['a draft in hand', { items: [sent], drafts: [draft()] }, 'statusDrafts'],
    ['two wait', { items: [wait, wait] }, 'statusWaiting'],
    ['two wait without a line', { items: [wait, wait], line: 'gone' }, 'statusOffline'],
    ['nothing waits without a line', { items: [sent], line: 'gone' }, 'statusOfflineIdle'],
    ['one waits for a sign-in', { items: [wait], signedIn: 'no' }, 'statusSignIn'],
    ['one needs a person, also without a line', { items: [wait, stuck], line: 'gone' }, 'statusAttention'],
    ['a round is under way', { items: [wait, stuck], sending: { done: 0, of: 1 } }, 'statusSending'],
  ])('says so when %s', (_, state, key) => {
    expect(statusOf({ ...initialState, ...state }).key).toBe(key);
  });
});

describe('an address of the door', () => {
  it('names a duty whatever stands in its id, and reads it back', () => {
    const duty = '门面周查·2026-11-23·东街/西街 #2 100%';
    expect(readRoute(addressOf({ screen: 'fill', duty }))).toEqual({ screen: 'fill', duty });
  });

  it.each(['', '#', '#/', '#/nowhere', '#/fill', '#/fill/', '#/fill/%E4%'])('“%s” leads to the list', (hash) => {
    expect(readRoute(hash)).toEqual({ screen: 'today' });
  });
});
