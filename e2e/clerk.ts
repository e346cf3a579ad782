import type { Locator, Page } from '@playwright/test';
import { isEqual, isObject, type Json, type JsonObject, valueAt } from '../packages/designer/src/design/draft/json.ts';
import { type FormSchema, formSchema } from '../packages/designer/src/design/form/formSchema.ts';
import { headingOf } from '../packages/designer/src/design/section/declared.ts';
import {
  type Block,
  formKeysOf,
  innerBlock,
  type ListBlock,
  type Section,
  schemaOf,
  sections,
} from '../packages/designer/src/design/section/sections.ts';
import { sectionTitle } from '../packages/designer/src/design/section/title.ts';
import { entriesOf, type Field, widgets } from './clerk-hand.ts';
import { expect } from './town.ts';

/** Fills in one form, or a part of one: first what is not in sight is asked for, then every field that differs. */
const writeFields = async (page: Page, form: FormSchema, scope: Locator, at: { id: string; value: JsonObject; now: Json | undefined }) => {
  const properties = (form.schema.properties ?? {}) as Readonly<Record<string, FormSchema['schema']>>;
  for (const [key, schema] of Object.entries(properties)) {
    const [value, now] = [at.value[key], isObject(at.now) ? at.now[key] : undefined];
    if (isEqual(value, now)) continue;
    const field: Field = {
      id: `${at.id}_${key}`,
      title: schema.title ?? '',
      ui: (form.ui[key] ?? {}) as FormSchema['ui'],
      schema,
      value,
      now,
    };
    const more = scope.locator(':scope > .fields > .fields-more').getByRole('button', { name: field.title, exact: true });
    if (await more.count()) await more.click();
    await writeField(page, field, scope);
  }
};

const writeField = async (page: Page, field: Field, scope: Locator): Promise<void> => {
  const widget = field.ui['ui:widget'];
  if (typeof widget === 'string') {
    const write = widgets[widget];
    if (!write) throw new Error(`the clerk has no hand for ${widget}`);
    return write(page, field);
  }
  if (field.schema.type === 'object') {
    const inner = scope.locator('.field-wide', { has: page.locator(':scope > fieldset > legend', { hasText: field.title }) }).last();
    return writeFields(page, field as FormSchema, inner, { id: field.id, value: field.value as JsonObject, now: field.now });
  }
  const list = scope.locator('.fields-list', { has: page.locator(':scope > legend', { hasText: field.title }) }).last();
  for (const [i, value] of entriesOf(field.value).entries()) {
    const now = entriesOf(field.now)[i];
    if (now === undefined) await list.getByRole('button', { name: `添加${field.title}`, exact: true }).click();
    const entry = list.locator(':scope > .list-entry').nth(i).locator(':scope > .list-entry-body');
    const [id, ui, schema] = [`${field.id}_${i}`, field.ui.items as FormSchema['ui'], field.schema.items as FormSchema['schema']];
    if (schema.type !== 'object') await page.locator(`[id="${id}"]`).fill(String(value));
    else await writeFields(page, { schema, ui }, entry.locator('.field-wide').first(), { id, value: value as JsonObject, now });
  }
};

const differs = (block: Block, wanted: JsonObject, now: Json | undefined): boolean =>
  formKeysOf(block).some((key) => !isEqual(wanted[key], isObject(now) ? now[key] : undefined));

/** Fills in the form that is open, and closes it. */
const fill = async (page: Page, block: Block, wanted: JsonObject, now: Json | undefined): Promise<void> => {
  const form = formSchema({ ...schemaOf(block), title: '', description: '' }, 'zh', formKeysOf(block));
  await page.locator('.open-clause .fields').first().waitFor();
  await writeFields(page, form, page.locator('.open-clause .clause-form > .field-wide').first(), { id: 'field', value: wanted, now });
  await page.getByRole('button', { name: '完成', exact: true }).click();
};

/** The button that adds to a list; a list inside a clause has its own. */
const adder = (page: Page, list: string): Locator => {
  const add = page.getByRole('button', { name: `添加${headingOf(`${list.replace(/\/\d+\//, '/*/')}/*`, 'zh')}`, exact: true });
  const outer = /\/(\d+)\//.exec(list)?.[1];
  return (outer === undefined ? add : page.locator('.clause-group').nth(Number(outer)).locator(add)).first();
};

const writeList = async (page: Page, block: ListBlock, wanted: readonly Json[], now: Json): Promise<void> => {
  for (const [i, clause] of wanted.entries()) {
    const at = `${block.at}/${i}`;
    const before = valueAt(now, at);
    if (!isObject(clause)) continue;
    if (before === undefined || differs(block, clause, before)) {
      const row = page.locator(`[data-at="${at}"]`).first();
      await (before === undefined ? adder(page, block.at) : row.getByRole('button', { name: /^(编辑“|展开全部内容)/ })).click();
      await fill(page, block, clause, before);
    }
    const inner = innerBlock(block, at);
    if (inner) await writeList(page, inner, entriesOf(valueAt(clause, `/${block.inner}`)), now);
  }
};

const writeBlock = async (page: Page, block: Block, wanted: Json, now: Json): Promise<void> => {
  const [value, before] = [valueAt(wanted, block.at), valueAt(now, block.at)];
  if (block.kind === 'list') return writeList(page, block, entriesOf(value), now);
  if (!isObject(value) || !differs(block, value, before)) return;
  const edit = page.locator(`article[data-at="${block.at}"]`).getByRole('button', { name: /^编辑“/ });
  const add = page.getByRole('button', { name: `添加${block.at && headingOf(block.at, 'zh')}`, exact: true });
  const aside = page.locator('.aside-clause').last();
  await ((await edit.count()) ? edit : (await add.count()) ? add.first() : aside).click();
  await fill(page, block, value, before);
};

const isWritten = (section: Section, wanted: Json, now: Json): boolean =>
  section.at === ''
    ? section.blocks.every(
        (block) => block.kind === 'clause' && block.keys.every((key) => isEqual(valueAt(wanted, `/${key}`), valueAt(now, `/${key}`))),
      )
    : isEqual(valueAt(wanted, section.at), valueAt(now, section.at));

/**
 * A clerk with a plan on paper writes it into the designer, field by field, section after section; what the draft says
 * already is left alone.
 */
export const writeByHand = async (page: Page, paper: Json, saved: () => Promise<Json>): Promise<void> => {
  for (const section of sections) {
    const now = await saved();
    if (isWritten(section, paper, now)) continue;
    const title = sectionTitle(section, 'zh');
    await page.getByRole('navigation', { name: '大纲' }).getByRole('button', { name: title }).click();
    await expect(page.locator('#section-title')).toContainText(title);
    for (const block of section.blocks) await writeBlock(page, block, paper, now);
  }
};
