/** Saves soon after a change, and at once when asked. */
export interface Autosave {
  /** Something changed: it is saved within `delay`. */
  changed(): void;
  /** Saves now what is not saved yet, and waits for a save under way. */
  flush(): Promise<void>;
  /** Saves nothing any more; a save under way is waited for. */
  stop(): Promise<void>;
}

/**
 * Saves the newest state at most `delay` ms after the first change not yet saved, however fast the changes come.
 * Saves never overlap. A failed save is told, and what it held counts as not saved.
 */
export const autosave = (
  save: () => Promise<void>,
  { delay = 300, failed }: { readonly delay?: number; readonly failed: (error: unknown) => void },
): Autosave => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dirty = false;
  let stopped = false;
  let running: Promise<void> = Promise.resolve();

  const now = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    running = running.then(async () => {
      if (!dirty || stopped) return;
      dirty = false;
      await save().catch((error: unknown) => {
        dirty = true;
        failed(error);
      });
    });
    return running;
  };

  return {
    changed: () => {
      dirty = true;
      if (!stopped) timer ??= setTimeout(() => void now(), delay);
    },
    flush: now,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      return running;
    },
  };
};
