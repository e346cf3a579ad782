import type { Points } from './points.ts';
import type { Checklist, Item } from './schema.ts';

/** An item with its points exact. */
export interface CompiledItem {
  readonly item: Item;
  readonly index: number;
  readonly points: Points;
  readonly most: Points | null;
  readonly source: string;
}

/** A checklist with its items by name, in order. */
export interface CompiledChecklist {
  readonly checklist: Checklist;
  readonly items: ReadonlyMap<string, CompiledItem>;
  readonly source: string;
}
