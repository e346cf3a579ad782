import type { Plan } from '@xiuhua/engine';
import { createRoot } from 'react-dom/client';
import plan from '../../../examples/xiaoqing/plan.json';
import { PocketContext } from '../src/inspect/app/context.ts';
import { openPocket } from '../src/inspect/app/pocket.ts';
import { openDevice } from '../src/inspect/device/base.ts';
import { fieldStore } from '../src/inspect/fill/field-store.ts';
import { formOf } from '../src/inspect/fill/form.ts';
import { FieldStoreContext } from '../src/inspect/fill/hand.ts';
import { SectionBlock } from '../src/inspect/fill/SectionBlock.tsx';
import { count, filled, isConditional, nameOf } from './fields.ts';

const town = plan as unknown as Plan;
const [list] = town.checklists;
const items = Array.from({ length: count }, (_, i) => ({
  name: nameOf(i),
  answer: 'number' as const,
  decimals: 6,
  task: '镇容秩序专项整治',
  ...(isConditional(i) ? { asked: { '>': [{ var: nameOf(i - 1) }, 5] } } : {}),
}));
const changed = { ...town, checklists: [{ ...list, items }] } as Plan;
const site = town.places.sites.find((one) => one.class === list?.for)?.name ?? '';
const form = formOf(changed, { checklist: list?.name ?? '', site }, '2026-11-24');
if (!form) throw new Error('the example has no such form');
const store = fieldStore(form, Object.fromEntries(items.map(({ name }) => [name, { result: 'recorded' as const, value: filled }])));

createRoot(document.getElementById('root') as HTMLElement).render(
  <PocketContext value={openPocket(openDevice(indexedDB, 'bench'))}>
    <FieldStoreContext value={store}>
      {form.sections.map((section, index) => (
        <SectionBlock key={section.name} section={section} index={index} visit={undefined} pressed={false} alone />
      ))}
    </FieldStoreContext>
  </PocketContext>,
);
