import { act, cleanup, fireEvent, render } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Theme } from '../../shared/antd/theme.tsx';
import { type Desk, DeskContext } from '../desk/context.ts';
import { handAt } from '../desk/focus.ts';
import { cell, type DraftStore, draftStore } from '../desk/store.ts';
import { type Json, listAt, valueAt } from '../draft/json.ts';
import { type Block, formKeysOf, innerBlock, schemaOf, sections } from '../section/sections.ts';
import { ClauseForm } from './ClauseForm.tsx';

vi.setConfig({ testTimeout: 60_000 });
afterEach(cleanup);

const files = import.meta.glob<string>('../../../../../examples/*/plan.json', { query: '?raw', import: 'default', eager: true });
const examples = Object.entries(files).map(([path, text]) => [path.split('/').at(-2) ?? '', JSON.parse(text) as Json] as const);

const deskOf = (store: DraftStore): Desk => ({
  store,
  checked: cell({ of: undefined, problems: [], ahead: undefined, milestones: [] }),
  hand: handAt(
    store,
    () => false,
    () => undefined,
  ),
  jump: () => undefined,
  today: '2026-11-01',
});

/** The first clause of every block of a plan, with the block it belongs to. */
const firstClauses = (plan: Json): readonly (readonly [string, Block])[] =>
  sections
    .flatMap((section) => section.blocks)
    .flatMap((block): readonly (readonly [string, Block])[] => {
      if (block.kind === 'clause') return valueAt(plan, block.at) === undefined ? [] : [[block.at, block]];
      if (listAt(plan, block.at).length === 0) return [];
      const at = `${block.at}/0`;
      const inner = innerBlock(block, at);
      return inner && valueAt(plan, `${inner.at}/0`) !== undefined
        ? [
            [at, block],
            [`${inner.at}/0`, inner],
          ]
        : [[at, block]];
    });

const show = (store: DraftStore, at: string, block: Block) =>
  render(
    <Theme>
      <DeskContext value={deskOf(store)}>
        <ClauseForm at={at} schema={schemaOf(block)} keys={formKeysOf(block)} />
      </DeskContext>
    </Theme>,
  );

describe.each(examples)('the forms of %s', (_name, plan) => {
  it('change nothing by being opened, and nothing by a letter typed and taken back', () => {
    const text = JSON.stringify(plan);
    for (const [at, block] of firstClauses(plan)) {
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
  const plan = examples.find(([name]) => name === 'xiaoqing')?.[1] ?? null;
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
