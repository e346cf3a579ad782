/** Runs work in one window of this device at a time; in another one it is left out and `undefined` comes back. */
export type Single = <T>(work: () => Promise<T>) => Promise<T | undefined>;

/**
 * One sender for all windows by Web Locks. Where the browser has none (a page not served securely), one for this
 * window, which still keeps two rounds from overlapping here.
 */
export const single = (name: string): Single => {
  let busy = false;
  const alone: Single = async (work) => {
    if (busy) return undefined;
    busy = true;
    try {
      return await work();
    } finally {
      busy = false;
    }
  };
  const { locks } = navigator as Partial<Navigator>;
  return locks ? (work) => locks.request(name, { ifAvailable: true }, (lock) => (lock ? work() : Promise.resolve(undefined))) : alone;
};
