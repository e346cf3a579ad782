/** Lets at most `width` tasks run at once and at most `room` wait; a task beyond that is refused with `false`. */
export interface Gate {
  run<T>(task: () => Promise<T>): Promise<T> | false;
}

/** A gate for work that costs processor time off the event loop, such as hashing passwords. */
export const gate = (width: number, room: number): Gate => {
  let running = 0;
  const waiting: (() => void)[] = [];
  const next = (): void => {
    running--;
    waiting.shift()?.();
  };
  return {
    run: (task) => {
      if (waiting.length >= room) return false;
      const turn = new Promise<void>((resolve) => {
        const start = (): void => {
          running++;
          resolve();
        };
        if (running < width) start();
        else waiting.push(start);
      });
      return turn.then(task).finally(next);
    },
  };
};

/** Runs tasks of the same key one after another, in order of asking; other keys do not wait. */
export interface Turns {
  take<T>(key: string, task: () => Promise<T>): Promise<T>;
}

/** An empty set of queues. A queue is forgotten when its last task ends. */
export const turns = (): Turns => {
  const tails = new Map<string, Promise<unknown>>();
  return {
    take: (key, task) => {
      const before = tails.get(key) ?? Promise.resolve();
      const mine = before.then(task, task);
      const settled = mine.then(
        () => undefined,
        () => undefined,
      );
      tails.set(key, settled);
      void settled.then(() => {
        if (tails.get(key) === settled) tails.delete(key);
      });
      return mine;
    },
  };
};
