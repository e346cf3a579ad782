/** Makes names for new things. */
export interface Ids {
  /** A new id that sorts by time of making (UUID version 7). */
  next(): string;
  /** Text that cannot be guessed: 256 random bits, safe in a cookie and an address. */
  secret(): string;
  /** 32 random bytes as hex: what a campaign's draws rest on. */
  seed(): string;
}
