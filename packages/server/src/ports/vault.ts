/** Keeps what must not lie open in the store: sealed for one thing, opened again for that thing only. */
export interface Vault {
  /** Seals a text for what it is about, e.g. `robot <id> url`. */
  seal(text: string, about: string): string;
  /** Opens what was sealed about the same thing; `undefined` when the key is lost or another one, or the text was altered or moved. */
  open(sealed: string, about: string): string | undefined;
}
