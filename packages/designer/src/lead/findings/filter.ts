import type { FindingFilter } from '../campaign/addresses.ts';

/** The filter an address asks for. Without a state the findings that are not closed are shown. */
export const readFilter = (search: URLSearchParams): FindingFilter => {
  const of = (key: string) => search.get(key) ?? undefined;
  return { state: of('state') ?? 'open', unit: of('unit'), overdue: of('overdue'), text: of('text'), age: of('age'), notice: of('notice') };
};
