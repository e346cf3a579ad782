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

/** The addresses inside one campaign's lead door, each the place where a number opens. */
export const addresses = (campaign: string) => {
  const base = `/${encodeURIComponent(campaign)}`;
  const id = encodeURIComponent;
  return {
    board: (day?: Day) => `${base}${query({ day })}`,
    rankings: (params: { readonly ranking?: string; readonly period?: Period; readonly unit?: string } = {}) =>
      `${base}/rankings${query({ ...params })}`,
    findings: (filter: FindingFilter = {}) => `${base}/findings${query({ ...filter })}`,
    finding: (finding: string) => `${base}/findings/${id(finding)}`,
    notice: (finding: string) => `${base}/findings/${id(finding)}/notice`,
    visit: (submission: string) => `${base}/visits/${id(submission)}`,
    consequences: (state?: string) => `${base}/consequences${query({ state })}`,
    milestones: () => `${base}/milestones`,
    indicators: (indicator?: string) => `${base}/indicators${query({ indicator })}`,
    appeals: () => `${base}/appeals`,
    bulletins: () => `${base}/bulletins`,
    bulletin: (report: string, period: Period) => `${base}/bulletins/${id(report)}/${id(period)}`,
    meeting: (meeting: string, day: Day) => `${base}/meetings/${id(meeting)}/${id(day)}`,
    complaints: () => `${base}/complaints`,
    wall: () => `${base}/wall`,
    lower: () => `${base}/lower`,
    units: () => `${base}/units`,
    unit: (unit: string) => `${base}/units/${id(unit)}`,
    duties: (params: DutyFilter = {}) => `${base}/duties${query({ ...params })}`,
    records: (duty?: string) => `${base}/records${query({ duty })}`,
    phoneFile: () => `${base}/records/file`,
    phones: () => `${base}/records/phones`,
    siteCodes: () => `${base}/records/codes`,
    draws: () => `${base}/draws`,
    log: (params: LogFilter = {}) => `${base}/log${query({ ...params })}`,
    messages: () => `${base}/messages`,
    outbox: () => `${base}/outbox`,
  };
};
