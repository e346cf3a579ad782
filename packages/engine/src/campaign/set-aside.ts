import type { Campaign } from './state.ts';

/** Findings that count in no score and no number, because an appeal against them was upheld. It only grows. */
export const setAside = (campaign: Campaign): ReadonlySet<string> =>
  new Set([...campaign.appeals.values()].flatMap((appeal) => (appeal.state === 'upheld' ? (appeal.findings ?? []) : [])));
