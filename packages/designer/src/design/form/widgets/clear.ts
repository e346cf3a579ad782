import type { KeyboardEvent } from 'react';

/** What Delete does in a list of choices that may stay empty: the same as the cross, which only a mouse can reach. */
export const clearOnDelete =
  (clear: () => void) =>
  ({ key, target }: KeyboardEvent<HTMLElement>): void => {
    const isTyping = target instanceof HTMLInputElement && target.value !== '';
    if (!isTyping && (key === 'Delete' || key === 'Backspace')) clear();
  };
