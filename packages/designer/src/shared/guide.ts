import { useEffect, useState } from 'react';

/** One stop of a guided tour: what it points at, by a selector, and what it says, a heading and one sentence. */
export interface GuideStop {
  readonly at: string;
  readonly zh: readonly [title: string, text: string];
  readonly en: readonly [title: string, text: string];
}

/** The tour of a door: where it is given, and its stops. Stops whose place is not on the screen are passed over. */
export interface GuideRoute {
  readonly name: string;
  /** The address on which the stops are; absent where they are on every page. */
  readonly home?: string;
  readonly stops: readonly GuideStop[];
}

const keyOf = (name: string): string => `xiuhua.guide.${name}`;

/** True for somebody who took this tour to its end or left it, on this device. */
export const hasTakenGuide = (name: string): boolean => localStorage.getItem(keyOf(name)) === 'taken';

/** Remembers that the tour was taken or left; leaving it early counts, so that nobody is asked twice. */
export const rememberGuide = (name: string): void => localStorage.setItem(keyOf(name), 'taken');

/** Forgets that the tour was taken, for somebody who wants it again. */
export const forgetGuide = (name: string): void => localStorage.removeItem(keyOf(name));

/** What a stop points at: the first place of that kind that is on the screen. */
export const placeOf = ({ at }: GuideStop): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>(at)].find((element) => element.getClientRects().length > 0);

/** How long the page of the tour may take to appear. */
const patience = 6000;

/** A tour under way: its stops that are on the screen, as soon as the first of them is there, and at which one it is. */
export const useGuide = (route: GuideRoute, onEnd: () => void) => {
  const [{ name, stops }] = useState(route);
  const [found, setFound] = useState<readonly GuideStop[]>([]);
  const [current, go] = useState(0);
  useEffect(() => {
    const begun = performance.now();
    const timer = setInterval(() => {
      const [first] = stops;
      if (first && !placeOf(first) && performance.now() - begun < patience) return;
      clearInterval(timer);
      setFound(stops.filter((stop) => placeOf(stop) !== undefined));
    }, 60);
    return () => clearInterval(timer);
  }, [stops]);
  const end = (): void => {
    rememberGuide(name);
    onEnd();
  };
  return { stops: found, current, go, end };
};
