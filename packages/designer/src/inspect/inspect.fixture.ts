import { readFileSync } from 'node:fs';
import type { Duty, DutyView, Plan } from '@xiuhua/engine';
import { IDBFactory } from 'fake-indexeddb';
import { type Device, openDevice } from './device/base.ts';
import type { Draft, DraftAnswer, OutboxItem } from './device/records.ts';
import { draftId, finalise } from './fill/draft.ts';

/** The moment at which the stories of these tests play: a Tuesday afternoon in China. */
export const noon = Date.parse('2026-11-24T04:00:00.000Z');

/** The plan of 小箐镇, as a phone gets it. */
export const xiaoqing = (): Plan =>
  JSON.parse(readFileSync(new URL('../../../../examples/xiaoqing/plan.json', import.meta.url), 'utf8')) as Plan;

/** An empty device of its own. */
export const emptyDevice = (): Device => openDevice(new IDBFactory() as unknown as globalThis.IDBFactory);

/** A duty; what is not given is the door fronts of 东街, due today. */
export const duty = (given: Partial<Duty> = {}): Duty => {
  const site = given.site ?? '东街门面段';
  const planned = given.planned ?? '2026-11-23';
  return {
    id: `门面周查·${planned}·${site}`,
    schedule: '门面周查',
    checklist: '门前三包检查表',
    site,
    phase: '巩固提升长效阶段',
    by: '领导小组办公室',
    planned,
    from: planned,
    due: '2026-11-24',
    along: [],
    clock: null,
    provisional: false,
    ...given,
  };
};

/** A duty as the server tells of it: open and not done. */
export const view = (given: Partial<DutyView> = {}): DutyView =>
  ({ ...duty(given), state: 'open', submission: null, ...given }) as DutyView;

/** A draft of 检查员甲. */
export const draft = (given: Partial<Draft> = {}): Draft => {
  const of = given.duty ?? duty();
  const at = new Date(noon).toISOString();
  return {
    id: draftId({ account: given.account ?? 'jia', campaign: 'town' }, of.id),
    account: 'jia',
    campaign: 'town',
    duty: of,
    plan: 'a'.repeat(64),
    version: 3,
    opened: at,
    changed: at,
    answers: {},
    ...given,
  };
};

/** A finished checklist that waits to be sent. */
export const waiting = (
  answers: Readonly<Record<string, DraftAnswer>> = { 路灯亮: { result: 'pass' } },
  given: Partial<OutboxItem> = {},
  at = noon,
): OutboxItem => ({
  ...finalise(draft({ answers }), { now: at, slip: 0 }),
  ...given,
});

/** Bytes that stand for a photo, and differ by their seed. */
export const photoBytes = (size: number, seed = 1): ArrayBuffer => {
  const bytes = new Uint8Array(size);
  for (let i = 0; i < size; i++) bytes[i] = (i * 31 + seed * 97 + (i >> 8)) & 0xff;
  return bytes.buffer;
};
