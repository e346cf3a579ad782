/**
 * What a person may be in a campaign. One person can be several. A `unit` answers for itself; `town` looks at its unit and
 * all below it; an `auditor` reads everything; an `overseer` is there for an upper campaign that this one rests on and reads
 * what the office reads; the last three change nothing.
 */
export type Role = 'admin' | 'office' | 'inspector' | 'unit' | 'town' | 'leader' | 'auditor' | 'overseer';

/** Every role a member can have. An overseer is none: he comes by way of the upper campaign. */
export const roleNames: readonly Role[] = ['admin', 'office', 'leader', 'auditor', 'inspector', 'town', 'unit'];

/** The person who gives a command: who, from which unit of the plan, in which roles. */
export interface Actor {
  readonly account: string;
  /** Shown in records, e.g. 检查员甲. */
  readonly name: string;
  /** Name of the unit as the plan calls it; empty for one who belongs to none. */
  readonly unit: string;
  readonly roles: readonly Role[];
}
