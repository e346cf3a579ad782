import { type Actor, type CommandType, type Day, may } from '@xiuhua/engine';
import { createContext, useContext } from 'react';

/** Where the reader is: which campaign, as whom, and what day it is by the server's clock. */
export interface Here {
  readonly campaign: string;
  readonly title: string;
  readonly actor: Actor;
  readonly today: Day;
}

/** Provided by the door once the session is known. */
export const HereContext = createContext<Here | undefined>(undefined);

/** The campaign on the screen. Only inside the door's pages. */
export const useHere = (): Here => {
  const here = useContext(HereContext);
  if (!here) throw new Error('outside of a campaign');
  return here;
};

/** True for one who oversees the campaign: he may open the findings, visits and duties of every unit, and the log. */
export const oversees = ({ roles }: Actor): boolean => roles.some((role) => role === 'office' || role === 'leader' || role === 'admin');

/** True for one who is only here for a unit: he may open what concerns it and nothing else. */
export const isOnlyUnit = ({ roles }: Actor): boolean => roles.every((role) => role === 'unit');

/** Whether the reader may give this kind of command at all; the server still judges each one. */
export const useMay = (command: CommandType): boolean => may(useHere().actor, command);
