import { type KeyboardEvent, type MouseEvent, type PointerEvent, useRef } from 'react';
import { useDesk } from '../desk/context.ts';
import { indexOf, listAt, parentOf } from '../draft/json.ts';

const rowUnder = (list: string, y: number): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>('tr[data-at]')].find((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return parentOf(row.dataset.at ?? '') === list && y >= top && y < bottom;
  });

const mark = (row: HTMLElement | undefined, side: 'is-before' | 'is-after'): void => {
  for (const old of document.querySelectorAll('tr.is-before, tr.is-after')) old.classList.remove('is-before', 'is-after');
  row?.classList.add(side);
};

/** Moves a row of a table by its grip: dragged with the pointer, or with the arrows. One edit for each move. */
export const useRowDrag = (at: string) => {
  const { store, hand } = useDesk();
  const [list, from] = [parentOf(at), indexOf(at)];
  const target = useRef<number>(undefined);
  const move = (to: number) => {
    if (to === from || to < 0 || to >= listAt(store.get().present, list).length) return;
    hand.close();
    store.edit({ type: 'MoveClause', list, from, to });
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.currentTarget.setPointerCapture?.(event.pointerId);
      target.current = from;
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (target.current === undefined) return;
      const row = rowUnder(list, event.clientY);
      if (!row) return;
      target.current = indexOf(row.dataset.at ?? '');
      mark(target.current === from ? undefined : row, target.current < from ? 'is-before' : 'is-after');
    },
    onPointerUp: () => {
      const to = target.current;
      target.current = undefined;
      mark(undefined, 'is-after');
      if (to !== undefined) move(to);
    },
    onPointerCancel: () => {
      target.current = undefined;
      mark(undefined, 'is-after');
    },
    onClick: (event: MouseEvent) => event.stopPropagation(),
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      if (step === 0) return;
      event.preventDefault();
      event.stopPropagation();
      move(from + step);
      requestAnimationFrame(() => document.querySelector<HTMLElement>(`tr[data-at="${list}/${from + step}"] .ledger-grip`)?.focus());
    },
  };
};
