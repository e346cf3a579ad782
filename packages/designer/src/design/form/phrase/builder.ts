/** What a builder of phrases is given: the phrase when it can be read, and where to put the next one. */
export interface BuilderProps {
  readonly id: string;
  readonly value: string | undefined;
  readonly onChange: (phrase: string) => void;
}
