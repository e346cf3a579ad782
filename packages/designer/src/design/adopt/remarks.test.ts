import { describe, expect, it } from 'vitest';
import { passedReview } from '../desk/desk.fixture.tsx';
import { placeNow } from './remarks.ts';
import { stageOf } from './standing.ts';

const phase = (name: string) => ({ name, from: '2026-11-01' });

describe('a remark about a clause', () => {
  const reviewed = { phases: [phase('排查'), phase('整治')] };

  it('stays with its clause by name, wherever the clause stands now', () => {
    const now = { phases: [phase('动员'), phase('整治'), phase('排查')] };
    expect(placeNow(reviewed, now, '/phases/0')).toBe('/phases/2');
    expect(placeNow(reviewed, now, '/phases/1')).toBe('/phases/1');
  });

  it('goes to the list when the clause was taken out, and stays where it is about the whole', () => {
    expect(placeNow(reviewed, { phases: [phase('整治')] }, '/phases/0')).toBe('/phases');
    expect(placeNow(reviewed, {}, '/phases/0')).toBe('');
    expect(placeNow(reviewed, reviewed, '')).toBe('');
  });
});

describe('the stage of a draft', () => {
  const none = { adopted: null, review: null, closed: null };
  const review = passedReview('h1');

  it('is that of the review of exactly its hash; anything else is a draft', () => {
    expect(stageOf(none, 'h1')).toBe('draft');
    expect(stageOf({ ...none, review: { ...review, verdict: null } }, 'h1')).toBe('waiting');
    expect(stageOf({ ...none, review }, 'h1')).toBe('passed');
    expect(stageOf({ ...none, review }, 'h2')).toBe('draft');
    expect(stageOf({ ...none, review }, undefined)).toBe('draft');
  });

  it('is in force, changed since, or closed', () => {
    const adopted = { hash: 'h0', version: 1 };
    expect(stageOf({ ...none, adopted }, 'h0')).toBe('in-force');
    expect(stageOf({ ...none, adopted }, 'h1')).toBe('changed');
    expect(stageOf({ ...none, adopted, closed: { day: '2027-01-01', reason: '完成', at: '', by: '' } }, 'h0')).toBe('closed');
  });
});
