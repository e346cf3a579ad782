import type { Campaign } from '@xiuhua/engine';
import { expect, test, vi } from 'vitest';
import { glances } from './glance.ts';

const campaign = (seq: number) => ({ seq }) as Campaign;

/** Questions that take a while by the clock of the process, and how often they were worked out. */
const asking = (milliseconds: number) => {
  const now = vi.spyOn(performance, 'now');
  let time = 1000;
  now.mockImplementation(() => time);
  const kept = glances();
  let worked = 0;
  const ask = (seq: number, as = '2026-11-02') =>
    kept.of(campaign(seq), { id: 'c', name: 'board', as }, () => {
      time += milliseconds;
      worked += 1;
      return `as of ${seq}`;
    });
  return {
    ask,
    kept,
    worked: () => worked,
    wait: (more: number) => {
      time += more;
    },
  };
};

test('an answer that costs little is never old', () => {
  const { ask, worked } = asking(10);
  expect([ask(1), ask(1), ask(2)]).toEqual(['as of 1', 'as of 1', 'as of 2']);
  expect(worked()).toBe(2);
});

test('a costly one takes a twentieth of the time at most while the log grows, and is up to date again after that', () => {
  const { ask, wait } = asking(100);
  expect([ask(1), ask(2), ask(3)]).toEqual(['as of 1', 'as of 1', 'as of 1']);
  wait(1850);
  expect(ask(4)).toBe('as of 1');
  wait(100);
  expect(ask(5)).toBe('as of 5');
});

test('after a command, and for another day, it is worked out at once', () => {
  const { ask, kept } = asking(100);
  ask(1);
  expect(ask(2, '2026-11-03')).toBe('as of 2');
  kept.forget('c');
  expect(ask(3, '2026-11-03')).toBe('as of 3');
});

test('another process went back to an earlier state: nothing later is answered', () => {
  const { ask } = asking(100);
  ask(5);
  expect(ask(4)).toBe('as of 4');
});
