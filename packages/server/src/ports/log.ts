/** Details of a line in the operator's log: ids and figures, never passwords or what people wrote. */
export type Details = Readonly<Record<string, unknown>>;

/** The operator's log. It is not the campaign's log of events. */
export interface Log {
  info(words: string, details?: Details): void;
  warn(words: string, details?: Details): void;
  error(words: string, details?: Details): void;
}
