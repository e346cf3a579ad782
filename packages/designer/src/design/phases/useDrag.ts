import type { Day } from '@xiuhua/engine';
import { daysBetween } from '@xiuhua/engine';
import { type KeyboardEvent, type PointerEvent, useCallback, useEffect, useRef, useState } from 'react';
import { useDesk } from '../desk/context.ts';
import { type Json, textOf, valueAt } from '../draft/json.ts';
import type { Bar, Diamond, TimeLine } from './layout.ts';
import { dragged, type Grip, milestoneDay, milestoneMoved, milestoneStep, type Span, stepped, written } from './move.ts';

/** What is being moved, and where it would come to rest if it were let go now. */
export type Dragging =
  | { readonly kind: 'phase'; readonly index: number; readonly grip: Grip; readonly span: Span }
  | { readonly kind: 'milestone'; readonly index: number; readonly milestone: number; readonly by: Day };

/** Something that can be taken hold of. */
export type Hold = { readonly bar: Bar; readonly grip: Grip } | { readonly bar: Bar; readonly diamond: Diamond };

const placed = (line: TimeLine, hold: Hold, days: number): Dragging =>
  'grip' in hold
    ? { kind: 'phase', index: hold.bar.index, grip: hold.grip, span: dragged(line, hold.bar, hold.grip, days) }
    : { kind: 'milestone', index: hold.bar.index, milestone: hold.diamond.index, by: milestoneDay(hold.diamond.by, days) };

/** Writes what was moved into the draft: one edit, one step to undo. */
const useLetGo = () => {
  const { store } = useDesk();
  return useCallback(
    (hold: Hold, to: Dragging, whole: boolean) => {
      const at = `/phases/${hold.bar.index}`;
      const phase = valueAt(store.get().present, at) as Json;
      if (to.kind === 'phase' && 'grip' in hold) {
        const value = written(phase, hold.bar, hold.grip, to.span);
        store.edit({ type: 'WriteClause', at, keys: ['from', 'to', 'milestones'], value, whole });
      }
      if (to.kind === 'milestone' && 'diamond' in hold) {
        const place = `${at}/milestones/${to.milestone}`;
        const by = milestoneMoved(textOf(valueAt(store.get().present, place), 'by'), hold.diamond.by, to.by);
        store.edit({ type: 'WriteClause', at: place, keys: ['by'], value: { by }, whole });
      }
    },
    [store],
  );
};

/** Pixels the hand may tremble before a click becomes a drag. */
const trembling = 4;

interface Held {
  readonly hold: Hold;
  readonly x: number;
  readonly perDay: number;
  readonly line: TimeLine;
}

/** Drags phases and milestones along a line of time. The line keeps its scale until the hand lets go. */
export const useDrag = (line: TimeLine | undefined) => {
  const { hand } = useDesk();
  const letGo = useLetGo();
  const held = useRef<Held>(undefined);
  const [dragging, setDragging] = useState<Dragging>();
  const drop = useCallback(() => {
    held.current = undefined;
    setDragging(undefined);
  }, []);
  useEffect(() => {
    if (!dragging) return;
    const onKey = (event: globalThis.KeyboardEvent) => event.key === 'Escape' && drop();
    globalThis.addEventListener('keydown', onKey);
    return () => globalThis.removeEventListener('keydown', onKey);
  }, [dragging, drop]);
  const take = (event: PointerEvent<SVGElement>, hold: Hold) => {
    if (!line || event.button !== 0) return;
    event.stopPropagation();
    const svg = event.currentTarget.ownerSVGElement;
    if (!svg) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    held.current = { hold, x: event.clientX, perDay: svg.getBoundingClientRect().width / (daysBetween(line.first, line.last) + 1), line };
  };
  const move = (event: PointerEvent<SVGElement>) => {
    const now = held.current;
    if (!now || (!dragging && Math.abs(event.clientX - now.x) < trembling)) return;
    setDragging(placed(now.line, now.hold, Math.round((event.clientX - now.x) / now.perDay)));
  };
  const end = () => {
    const now = held.current;
    if (!now) return;
    if (dragging) letGo(now.hold, dragging, true);
    else hand.open(`/phases/${now.hold.bar.index}`);
    drop();
  };
  const press = (event: KeyboardEvent, hold: Hold) => {
    if (!line) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      hand.open(`/phases/${hold.bar.index}`);
      return;
    }
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : undefined;
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const to: Dragging =
      'grip' in hold
        ? { kind: 'phase', index: hold.bar.index, grip: hold.grip, span: stepped(line, hold.bar, hold.grip, step) }
        : { kind: 'milestone', index: hold.bar.index, milestone: hold.diamond.index, by: milestoneStep(hold.diamond.by, step) };
    letGo(hold, to, false);
  };
  return { dragging, take, move, end, drop, press };
};

/** The handlers of a line of time. */
export type DragHandlers = Omit<ReturnType<typeof useDrag>, 'dragging'>;
