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

/** Remembers that the tour was taken or left. */
export const rememberGuide = (name: string): void => localStorage.setItem(keyOf(name), 'taken');

/** What a stop points at: the first place of that kind that is on the screen. */
export const placeOf = ({ at }: GuideStop): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>(at)].find((element) => element.getClientRects().length > 0);
