import { type Actor, type CommandType, type Day, may, seesUnitsOnly } from '@xiuhua/engine';
import { createContext, useContext } from 'react';
import { addresses } from './addresses.ts';

/** Where the reader is: which campaign, as whom, and what day it is by the server's clock. */
export interface Here {
  readonly campaign: string;
  readonly title: string;
  readonly actor: Actor;
  /** The day things are seen as of: today, or the past day that was chosen. */
  readonly today: Day;
  /** The past day that was chosen; absent while today is shown. Nothing can be done on a past day. */
  readonly asOf?: Day | undefined;
  /** True while somebody else looks from this person's place: nothing can be done then. */
  readonly looking?: boolean;
  /** Today by the server's clock, whatever day is shown. */
  readonly now?: Day;
  /** Chooses a past day, or today again. */
  readonly see?: (day: Day | undefined) => void;
}

/** Provided by the door once the session is known. */
export const HereContext = createContext<Here | undefined>(undefined);

/** The campaign on the screen. Only inside the door's pages. */
export const useHere = (): Here => {
  const here = useContext(HereContext);
  if (!here) throw new Error('outside of a campaign');
  return here;
};

/** The addresses of the campaign on the screen, as of the day that is shown. */
export const useAddresses = () => {
  const { campaign, asOf } = useHere();
  return addresses(campaign, asOf);
};

/** True for one who oversees the campaign: he may open the findings, visits and duties of every unit, and the log. */
export const oversees = ({ roles }: Actor): boolean =>
  roles.some((role) => ['office', 'leader', 'admin', 'auditor', 'overseer'].includes(role));

/** True for one who watches over accounts and roles. */
export const watches = ({ roles }: Actor): boolean => roles.includes('admin') || roles.includes('auditor');

/** True for one who sees the robots of group chats and what is on its way to them. */
export const seesOutbox = ({ roles }: Actor): boolean => watches({ roles } as Actor) || roles.includes('office');

/** True for one who is only here for units: he may open what concerns them and nothing else. */
export const isOnlyUnit = seesUnitsOnly;

/** Whether the reader may give this kind of command at all, today; the server still judges each one. */
export const useMay = (command: CommandType): boolean => {
  const { actor, asOf, looking } = useHere();
  return asOf === undefined && !looking && may(actor, command);
};

/** True for the office, or an administrator, today and in their own place: they manage phones and group chats. */
export const useInOffice = (): boolean => {
  const { actor, asOf, looking } = useHere();
  return asOf === undefined && !looking && actor.roles.some((role) => role === 'office' || role === 'admin');
};
