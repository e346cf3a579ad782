import type { Review } from '@xiuhua/engine';
import { createContext, useContext } from 'react';
import { isList, isObject, type Json, keysOf } from '../draft/json.ts';
import { nameOf } from '../section/read.ts';

/** What a reviewer said about a place of the plan. */
export interface Remark {
  readonly at: string;
  readonly text: string;
  readonly by: string;
}

const pointer = (keys: readonly string[]): string => keys.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/**
 * Where a clause of the plan that was reviewed stands in the plan as it is now: clauses are the same when they have the
 * same name. What is there no more leads to the list it stood in.
 */
export const placeNow = (reviewed: Json | undefined, present: Json, at: string): string => {
  const way: string[] = [];
  let [old, now]: [Json | undefined, Json | undefined] = [reviewed, present];
  for (const key of keysOf(at)) {
    let next = key;
    if (isList(old) && isList(now)) {
      const name = nameOf(old[Number(key)]);
      const found = name ? now.findIndex((item) => nameOf(item) === name) : Number(key);
      if (found < 0 || found >= now.length) return pointer(way);
      next = String(found);
    }
    old = isList(old) ? old[Number(key)] : isObject(old) ? old[key] : undefined;
    now = isList(now) ? now[Number(next)] : isObject(now) ? now[next] : undefined;
    if (now === undefined) return pointer(way);
    way.push(next);
  }
  return pointer(way);
};

/** The remarks of a review about single clauses, each at its place in the plan as it is now. */
export const remarksOf = (review: Review | null, reviewed: Json | undefined, present: Json): readonly Remark[] => {
  const verdict = review?.verdict;
  if (!verdict || verdict.passed) return [];
  return Object.entries(verdict.remarks).map(([at, text]) => ({ at: placeNow(reviewed, present, at), text, by: verdict.by.name }));
};

/** The remarks that stand beside the clauses of the desk; none outside of a returned review. */
export const RemarksContext = createContext<readonly Remark[]>([]);

/** The remarks about exactly this place. */
export const useRemarks = (at: string): readonly Remark[] => useContext(RemarksContext).filter((remark) => remark.at === at);
