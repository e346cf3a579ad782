import { hashOf, instantAt } from '@xiuhua/engine';
import { expect } from 'vitest';
import { dutiesOn, filled, openTown, type Reply, type Town, type Visitor } from './town.fixture.ts';

/** What a refusal says. */
export interface Refused {
  readonly status: number;
  readonly code: string | undefined;
  readonly at: string;
  readonly message: string;
}

/** A town on a Monday morning in which everything is refused. */
export interface RefusingTown extends Town {
  readonly base: string;
  readonly jia: Visitor;
  readonly office: Visitor;
  /** Takes the store as it is now for what must not change. */
  remember(): Promise<void>;
  /** The refusal of a reply, in words; nothing in the store may have changed. */
  refused(reply: Reply): Promise<Refused>;
  /** A checklist that would be taken, but for the answers given. */
  visit(submission: string, but?: object): ReturnType<typeof filled>;
}

const day = '2026-11-02';
const tables = ['account', 'campaign', 'member', 'draft', 'plan', 'event', 'command', 'record'] as const;

/** Opens the town with the inspector and the office signed in. */
export const openRefusingTown = async (): Promise<RefusingTown> => {
  const town = await openTown();
  let before = '';
  town.clock.set(instantAt(day, '10:00'));
  const everything = async (): Promise<string> =>
    hashOf(await Promise.all(tables.map((table) => town.store.reading.selectFrom(table).selectAll().execute())));
  return {
    ...town,
    base: `/api/campaigns/${town.campaign}`,
    jia: await town.as('jia'),
    office: await town.as('bangongshi'),
    remember: async () => {
      before = await everything();
    },
    refused: async (reply) => {
      expect(await everything()).toBe(before);
      const problem = reply.as<{ problems: { code: string; at: string; message: string }[] }>().problems[0];
      expect(problem?.message).toMatch(/[\u4e00-\u9fff].*[。？]$/);
      return { status: reply.status, code: problem?.code, at: problem?.at ?? '', message: problem?.message ?? '' };
    },
    visit: (submission, but = {}) => {
      const duty = dutiesOn(day)[0];
      if (!duty) throw new Error('no duty');
      return filled(duty, { submission, at: instantAt(day, '09:30'), but: { ...but } });
    },
  };
};
