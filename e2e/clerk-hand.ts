import type { Locator, Page } from '@playwright/test';
import { readBy, readEvery, readRank, readSites, readWindow, readWithin } from '@xiuhua/engine';
import { isList, type Json } from '../packages/designer/src/design/draft/json.ts';
import type { FormSchema } from '../packages/designer/src/design/form/formSchema.ts';
import { formWords } from '../packages/designer/src/design/form/words.ts';
import { expect } from './town.ts';

type Word = keyof typeof formWords.zh;

/** The Chinese word on the screen for a choice of the forms; choices that are no words stand there as they are. */
const word = (key: string): string => formWords.zh[key as Word] ?? key;

/** One field of an open form: where it stands in the clause, what the plan shall say there, what it says now. */
export interface Field {
  readonly id: string;
  readonly title: string;
  readonly ui: FormSchema['ui'];
  readonly schema: FormSchema['schema'];
  readonly value: Json | undefined;
  readonly now: Json | undefined;
}

/** The entries of a list; none of anything else. */
export const entriesOf = (value: Json | undefined): readonly Json[] => (isList(value) ? value : []);

/** Puts the cursor where a clerk puts it: on the name of the field. */
const go = async (page: Page, { id, title }: Pick<Field, 'id' | 'title'>): Promise<Locator> => {
  const label = page.locator(`label[for="${id}"]`);
  await expect(label).toContainText(title);
  await label.click();
  return page.locator(`[id="${id}"]`);
};

/** Picks an entry of the list that is open, by what it says. */
const choose = async (page: Page, label: string): Promise<void> => {
  await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)').getByTitle(label, { exact: true }).click();
};

/** True for a list whose choice is the one wanted already. */
const says = (box: Locator, label: string): Promise<boolean> =>
  box.evaluate((input, wanted) => input.closest('.ant-select')?.textContent?.trim() === wanted, label);

const pick = async (page: Page, box: Locator, label: string): Promise<void> => {
  if (await says(box, label)) return;
  await box.click();
  await choose(page, label);
  // A clerk looks at what the field says before going on.
  await expect.poll(() => says(box, label)).toBe(true);
};

/** Every part of a phrase is chosen from a list by its name or typed as a number. */
const phraseParts = (page: Page, group: Locator) => ({
  list: (name: string, label: string) => pick(page, group.getByRole('combobox', { name, exact: true }), label),
  first: (label: string) => pick(page, group.getByRole('combobox').first(), label),
  number: (n: number) => group.getByRole('spinbutton').first().fill(String(n)),
});

const clockUnits: Readonly<Record<string, string>> = { days: '天', workdays: '个工作日', hours: '小时' };

const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];

const writeEvery = async (page: Page, group: Locator, phrase: string): Promise<void> => {
  const every = readEvery(phrase);
  if (every?.kind !== 'on') throw new Error(`the clerk cannot say ${phrase}`);
  const { list, first } = phraseParts(page, group);
  await first(word(`every_${every.stretch}`));
  const { point } = every;
  await list('哪一天', word(`point_${point.kind}`));
  if (point.kind === 'weekdays') {
    const wanted = point.weekdays.map((n) => weekdays[n - 1] ?? '');
    for (const day of wanted) await group.getByRole('checkbox', { name: day }).check();
    for (const day of weekdays.filter((one) => !wanted.includes(one))) await group.getByRole('checkbox', { name: day }).uncheck();
  }
  if (point.kind === 'days') {
    const box = group.getByRole('combobox', { name: '第几天' });
    await box.click();
    await box.press('Backspace');
    for (const n of point.days) {
      await box.fill(String(n));
      await box.press('Enter');
    }
    await box.press('Escape');
  }
  if (point.kind === 'workday') await list('第几个工作日', `第${point.nth}个工作日`);
  if (every.clock) {
    const clock = group.getByRole('textbox', { name: '几点前' });
    await clock.click();
    await clock.fill(every.clock);
    await clock.press('Enter');
  }
};

const phrases: Readonly<Record<string, (page: Page, group: Locator, phrase: string) => Promise<void>>> = {
  every: writeEvery,
  within: async (page, group, phrase) => {
    const within = readWithin(phrase);
    const { number, list } = phraseParts(page, group);
    await number(within?.amount ?? 0);
    await list('单位', clockUnits[within?.unit ?? ''] ?? '');
  },
  sites: async (page, group, phrase) => {
    const sites = readSites(phrase);
    const { first, number } = phraseParts(page, group);
    if (sites?.kind !== 'draw') return first(word('sites_all'));
    await first(word(`sites_${sites.by}`));
    await number(sites.amount);
  },
  rank: async (page, group, phrase) => {
    const rank = readRank(phrase);
    const { first, number } = phraseParts(page, group);
    await first(word(rank?.end === 'first' ? 'rankFirst' : 'rankLast'));
    await number(rank?.n ?? 0);
  },
  by: async (_page, group, phrase) => {
    const by = readBy(phrase);
    if (by?.kind !== 'day') throw new Error(`the clerk cannot say ${phrase}`);
    await typeDay(group.getByRole('textbox'), by.written);
  },
  window: async (page, group, phrase) => {
    const window = readWindow(phrase);
    if (window?.kind === 'last') throw new Error(`the clerk cannot say ${phrase}`);
    await phraseParts(page, group).first(word(`window_${phrase}`));
  },
};

const typeDay = async (box: Locator, day: string): Promise<void> => {
  await box.click();
  await box.fill(day);
  await box.press('Enter');
};

/** How each widget of the forms is filled in by hand. */
export const widgets: Readonly<Record<string, (page: Page, field: Field) => Promise<void>>> = {
  line: async (page, field) => (await go(page, field)).fill(String(field.value ?? '')),
  prose: async (page, field) => (await go(page, field)).fill(String(field.value ?? '')),
  amount: async (page, field) => (await go(page, field)).fill(String(field.value ?? '')),
  day: async (page, field) => {
    const box = await go(page, field);
    await typeDay(box, String(field.value ?? ''));
  },
  dayOrWord: async (page, field) => {
    const wordFor = field.ui['ui:options']?.word as { const: string; title: string } | undefined;
    const group = page.locator('.day-or-word', { has: page.locator(`[id="${field.id}"]`) });
    if (wordFor && field.value === wordFor.const) return group.getByText(wordFor.title, { exact: true }).click();
    if (field.now === wordFor?.const) await group.getByText('某日', { exact: true }).click();
    await typeDay(group.getByRole('textbox'), String(field.value));
  },
  choice: async (page, field) => {
    if (field.value === undefined) return (await go(page, field)).press('Delete');
    const label = (field.schema.oneOf as { const: string; title: string }[]).find((one) => one.const === field.value)?.title ?? '';
    const box = page.locator(`[id="${field.id}"]`);
    if ((await box.getAttribute('role')) === 'radiogroup') return box.getByText(label, { exact: true }).click();
    if (await says(box, label)) return;
    await go(page, field);
    await box.fill(label);
    await box.press('Enter');
  },
  choices: async (page, field) => {
    const box = await go(page, field);
    const choices = field.ui['ui:options']?.choices as { const: string; title: string }[];
    const held = entriesOf(field.now);
    for (const value of entriesOf(field.value).filter((one) => !held.includes(one))) {
      await box.fill(choices.find((one) => one.const === value)?.title ?? '');
      await box.press('Enter');
    }
    await box.press('Escape');
  },
  flag: async (page, field) => {
    await page
      .locator(`[id="${field.id}"]`)
      .getByText(field.value === true ? '是' : '否', { exact: true })
      .click();
  },
  ref: async (page, field) => {
    const box = await go(page, field);
    if (field.value === undefined) return box.press('Delete');
    if (await says(box, String(field.value))) return;
    await box.fill(String(field.value));
    await box.press('Enter');
  },
  refs: async (page, field) => {
    const box = await go(page, field);
    const held = entriesOf(field.now);
    const wanted = entriesOf(field.value);
    const keep = held.every((name, i) => name === wanted[i]);
    if (!keep) for (const _ of held) await box.press('Backspace');
    const names = keep ? wanted.slice(held.length) : wanted;
    await box.fill(names.join('、'));
    if (names.length === 1) await box.press('Enter');
    await box.press('Escape');
  },
  tags: async (page, field) => {
    const box = await go(page, field);
    for (const text of entriesOf(field.value)) {
      await box.fill(String(text));
      await box.press('Enter');
    }
  },
  phrase: async (page, field) => {
    const kind = String(field.ui['ui:options']?.kind);
    const group = page.locator('.field', { has: page.locator(`[id="${field.id}-label"]`) }).last();
    if (field.value === undefined) return group.getByRole('combobox').first().press('Delete');
    await phrases[kind]?.(page, group, String(field.value));
  },
};
