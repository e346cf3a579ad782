import type { Day, Period } from '@xiuhua/engine';

/** The query of an address: what is left out or empty is not in it. */
export const query = (params: Readonly<Record<string, string | undefined>>): string => {
  const kept = Object.entries(params).filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '');
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept)}`;
};

/** What the findings list is narrowed to; all in the address, so that a number can link to exactly its rows. */
export interface FindingFilter {
  readonly state?: string;
  readonly unit?: string;
  /** `yes` for those past their deadline or answered late. */
  readonly overdue?: string;
  readonly text?: string;
  /** Age in days of those not closed, inclusive on both ends, like `4-7` or `16-`. */
  readonly age?: string;
  /** Number of the notice. */
  readonly notice?: string;
}

/** What the list of duties is narrowed to: those due in a week, or those whose days touch a span. */
export interface DutyFilter {
  readonly week?: Period;
  readonly from?: Day;
  readonly to?: Day;
  readonly state?: string;
  readonly unit?: string;
}

/** What the page of milestones is narrowed to: those in a state, or one phase, milestone or task that was asked for. */
export interface MilestoneAsk {
  readonly state?: string;
  readonly phase?: string;
  readonly milestone?: string;
  readonly task?: string;
}

/** What the log is narrowed down to. `of` is which log: the campaign's, or that of accounts and access. */
export interface LogFilter {
  readonly of?: 'access';
  readonly account?: string;
  readonly kind?: string;
  readonly unit?: string;
  readonly text?: string;
  readonly from?: Day;
  readonly to?: Day;
}

/** The addresses inside one campaign's lead door, each the place where a number opens; with a past day each keeps that day. */
export const addresses = (campaign: string, day?: Day) => {
  const base = `/${encodeURIComponent(campaign)}`;
  const id = encodeURIComponent;
  const at = (page: string, params: Readonly<Record<string, string | undefined>> = {}): string =>
    `${base}${page}${query({ ...params, day })}`;
  return {
    board: () => at(''),
    rankings: (params: { readonly ranking?: string; readonly period?: Period; readonly unit?: string } = {}) =>
      at('/rankings', { ...params }),
    findings: (filter: FindingFilter = {}) => at('/findings', { ...filter }),
    finding: (finding: string) => at(`/findings/${id(finding)}`),
    notice: (finding: string) => at(`/findings/${id(finding)}/notice`),
    visit: (submission: string) => at(`/visits/${id(submission)}`),
    consequences: (state?: string) => at('/consequences', { state }),
    milestones: (ask: MilestoneAsk = {}) => at('/milestones', { ...ask }),
    indicators: (ask: { readonly indicator?: string; readonly state?: string } = {}) => at('/indicators', { ...ask }),
    appeals: (state?: string) => at('/appeals', { state }),
    bulletins: () => at('/bulletins'),
    bulletin: (report: string, period: Period) => at(`/bulletins/${id(report)}/${id(period)}`),
    meeting: (meeting: string, held: Day) => at(`/meetings/${id(meeting)}/${id(held)}`),
    complaints: () => at('/complaints'),
    wall: () => at('/wall'),
    lower: (of?: string) => at('/lower', { of }),
    units: () => at('/units'),
    unit: (unit: string) => at(`/units/${id(unit)}`),
    duties: (params: DutyFilter = {}) => at('/duties', { ...params }),
    records: (duty?: string) => at('/records', { duty }),
    phoneFile: () => at('/records/file'),
    phones: () => at('/records/phones'),
    siteCodes: () => at('/records/codes'),
    draws: () => at('/draws'),
    log: (params: LogFilter = {}) => at('/log', { ...params }),
    messages: () => at('/messages'),
    outbox: () => at('/outbox'),
  };
};
