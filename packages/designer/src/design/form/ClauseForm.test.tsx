import { act, cleanup, fireEvent, render } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Theme } from '../../shared/antd/theme.tsx';
import { type Desk, DeskContext } from '../desk/context.ts';
import { handAt } from '../desk/focus.ts';
import { cell, type DraftStore, draftStore } from '../desk/store.ts';
import { edited } from '../draft/edits.ts';
import { isObject, type Json, type JsonObject, listAt, valueAt } from '../draft/json.ts';
import { type Block, formKeysOf, innerBlock, schemaOf, sections } from '../section/sections.ts';
import { ClauseForm } from './ClauseForm.tsx';
import { tidy } from './tidy.ts';

vi.setConfig({ testTimeout: 60_000 });
afterEach(cleanup);

const files = import.meta.glob<string>('../../../../../examples/*/plan.json', { query: '?raw', import: 'default', eager: true });
const examples = Object.entries(files).map(([path, text]) => [path.split('/').at(-2) ?? '', JSON.parse(text) as Json] as const);

const deskOf = (store: DraftStore): Desk => ({
  store,
  checked: cell({ of: undefined, problems: [], ahead: undefined, milestones: [], waived: [], upcoming: [] }),
  hand: handAt(
    store,
    () => false,
    () => undefined,
  ),
  jump: () => undefined,
  today: '2026-11-01',
});

/** Every clause of a plan with the block it belongs to; of a list only the first when `first`. */
const clausesOf = (plan: Json, first = false): readonly (readonly [string, Block])[] =>
  sections
    .flatMap((section) => section.blocks)
    .flatMap((block): readonly (readonly [string, Block])[] => {
      if (block.kind === 'clause') return valueAt(plan, block.at) === undefined ? [] : [[block.at, block]];
      return listAt(plan, block.at)
        .slice(0, first ? 1 : undefined)
        .flatMap((_, i): readonly (readonly [string, Block])[] => {
          const at = `${block.at}/${i}`;
          const inner = innerBlock(block, at);
          const items = inner ? listAt(plan, inner.at).slice(0, first ? 1 : undefined) : [];
          return [[at, block], ...items.map((_item, j) => [`${inner?.at}/${j}`, inner as Block] as const)];
        });
    });

const show = (store: DraftStore, at: string, block: Block) =>
  render(
    <Theme>
      <DeskContext value={deskOf(store)}>
        <ClauseForm at={at} schema={schemaOf(block)} keys={formKeysOf(block)} />
      </DeskContext>
    </Theme>,
  );

const xiaoqing = examples.find(([name]) => name === 'xiaoqing')?.[1] ?? null;

describe('a plan read through its forms and written back', () => {
  it.each(examples)('%s is equal to the letter', (_name, plan) => {
    const text = JSON.stringify(plan);
    for (const [at, block] of clausesOf(plan)) {
      const keys = formKeysOf(block);
      const value = valueAt(plan, at);
      const held = isObject(value) ? value : {};
      const given = structuredClone(
        Object.fromEntries(keys.flatMap((key) => (held[key] === undefined ? [] : [[key, held[key]]]))),
      ) as JsonObject;
      const next = tidy(schemaOf(block), held, { ...structuredClone(held), ...given });
      expect(next, at).toBe(held);
      expect(JSON.stringify(edited(plan, { type: 'WriteClause', at, keys, value: given })), at).toBe(text);
    }
  });
});

describe('the forms of xiaoqing', () => {
  it('change nothing by being opened, and nothing by a letter typed and taken back', () => {
    const plan = xiaoqing;
    const text = JSON.stringify(plan);
    for (const [at, block] of clausesOf(plan, true)) {
      const store = draftStore(plan);
      const { container } = show(store, at, block);
      expect(store.get().present, at).toBe(plan);
      const field = container.querySelector<HTMLInputElement | HTMLTextAreaElement>('input[type="text"]:not([role]), textarea');
      if (field) {
        const { value } = field;
        fireEvent.change(field, { target: { value: `${value}改` } });
        expect(store.get().present, at).not.toBe(plan);
        fireEvent.change(field, { target: { value } });
      }
      expect(JSON.stringify(store.get().present), at).toBe(text);
      cleanup();
    }
  });
});

describe('a form', () => {
  const plan = xiaoqing;
  const block = sections.flatMap((s) => s.blocks).find((b) => b.at === '/phases') as Block;

  it('follows the draft when something else changes it, such as undo', () => {
    const store = draftStore(plan);
    const { container } = show(store, '/phases/0', block);
    const field = container.querySelector('#field_name') as HTMLInputElement;
    fireEvent.change(field, { target: { value: '摸排阶段' } });
    expect(valueAt(store.get().present, '/phases/0/name')).toBe('摸排阶段');
    act(() => store.undo());
    expect((container.querySelector('#field_name') as HTMLInputElement).value).toBe('全面排查阶段');
  });
  it('leaves alone what it does not show, even keys the format does not know', () => {
    const odd = JSON.parse(JSON.stringify(plan).replace('"name":"全面排查阶段"', '"name":"全面排查阶段","旧系统编号":"A-7"')) as Json;
    const store = draftStore(odd);
    const { container } = show(store, '/phases/0', block);
    fireEvent.change(container.querySelector('#field_name') as HTMLInputElement, { target: { value: '摸排阶段' } });
    expect(valueAt(store.get().present, '/phases/0/旧系统编号')).toBe('A-7');
  });
});
