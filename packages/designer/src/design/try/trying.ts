import type { Answers, Day, Tried } from '@xiuhua/engine';
import { type Cell, cell, type DraftStore } from '../desk/store.ts';

/** A visit being tried. Its answers are those on the phone, all of them; a new `round` puts them there anew. */
export interface TryingVisit {
  readonly id: number;
  readonly round: number;
  readonly site: string;
  readonly checklist: string;
  readonly day: Day;
  readonly answers: Answers;
}

type Reading = NonNullable<Tried['readings']>[number];

/** What a person is trying: the visits with the one on the phone, and what else happens. */
export interface Trying {
  readonly visits: readonly TryingVisit[];
  /** The visit on the phone. */
  readonly current: number;
  readonly rectified: NonNullable<Tried['rectified']>;
  readonly missed: readonly string[];
  readonly readings: readonly Reading[];
  /** Name of the scenario this began from; empty for a fresh try. */
  readonly from: string;
}

export const nothingTried: Trying = { visits: [], current: 0, rectified: 'in-time', missed: [], readings: [], from: '' };

const cells = new WeakMap<DraftStore, Cell<Trying>>();

/** What is being tried on a draft; it stays while the desk is open, whatever page is on the screen. */
export const tryingOf = (store: DraftStore): Cell<Trying> => {
  const known = cells.get(store) ?? cell(nothingTried);
  cells.set(store, known);
  return known;
};

const nextId = ({ visits }: Trying): number => Math.max(0, ...visits.map(({ id }) => id)) + 1;

/** With a visit more, which comes onto the phone. */
export const withVisit = (trying: Trying, visit: Omit<TryingVisit, 'id' | 'round'>): Trying => {
  const id = nextId(trying);
  return { ...trying, visits: [...trying.visits, { ...visit, id, round: 1 }], current: id };
};

/** Without a visit; the last of the others comes onto the phone. */
export const withoutVisit = (trying: Trying, id: number): Trying => {
  const visits = trying.visits.filter((visit) => visit.id !== id);
  return { ...trying, visits, current: trying.current === id ? (visits.at(-1)?.id ?? 0) : trying.current };
};

/** With something of a visit changed. Answers that come from elsewhere than the phone begin a new round on it. */
export const changedVisit = (trying: Trying, id: number, change: Partial<Omit<TryingVisit, 'id' | 'round'>>, anew: boolean): Trying => ({
  ...trying,
  visits: trying.visits.map((visit) => (visit.id === id ? { ...visit, ...change, round: visit.round + (anew ? 1 : 0) } : visit)),
});

/** The name under which the phone knows a visit in its round. */
export const roundOf = ({ id, round }: TryingVisit): string => `${id}·${round}`;

/** What was answered on the phone, kept with the visit it was answered for; an answer of an earlier round is too late. */
export const answered = (trying: Trying, round: string, answers: Answers): Trying => {
  const visit = trying.visits.find((one) => roundOf(one) === round);
  return visit ? changedVisit(trying, visit.id, { answers }, false) : trying;
};
