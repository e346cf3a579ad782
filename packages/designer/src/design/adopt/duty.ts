import type { Duty } from '@xiuhua/engine';

/** A duty in a line: its day, site and schedule, and what is said of it. */
export const duty = ({ from, site, schedule }: Duty, more = ''): string => [from, site, schedule, more].filter(Boolean).join(' ');
