import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openRefusingTown, type RefusingTown } from '../app/refusal.fixture.ts';
import type { Visitor } from '../app/town.fixture.ts';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: {
    readonly format?: string;
    readonly pattern?: string;
    readonly type?: string;
    readonly anyOf?: readonly { readonly const?: string; readonly enum?: readonly string[] }[];
  };
}

let town: RefusingTown;
let base: string;
let parameters: ReadonlyMap<string, readonly Parameter[]>;
/** The administrator sees the access log, the office everything else. */
let askers: readonly Visitor[];

beforeAll(async () => {
  town = await openRefusingTown();
  base = town.base;
  askers = [town.office, await town.as('guanli')];
  const { paths } = (await town.office.get('/api/docs/json')).as<{
    paths: Record<string, { get?: { parameters?: readonly Parameter[] } }>;
  }>();
  parameters = new Map(Object.entries(paths).flatMap(([path, { get }]) => (get?.parameters ? [[path, get.parameters]] : [])));
});
beforeEach(() => town.remember());
afterAll(() => town.close());

/** Something that a parameter may be. */
const fine = ({ name, schema }: Parameter): string => {
  const choice = schema.anyOf?.[0];
  if (schema.format === 'date') return '2026-11-02';
  if (name === 'period') return '2026-11';
  return choice?.const ?? choice?.enum?.[0] ?? (schema.type === 'integer' ? '1' : '0'.repeat(64));
};

/** The address with everything it must name, and this besides. */
const addressOf = (path: string, more: Readonly<Record<string, string>>): string => {
  const named = parameters.get(path) ?? [];
  const must = named.filter(({ in: where, required }) => where === 'query' && required);
  const query = new URLSearchParams({ ...Object.fromEntries(must.map((one) => [one.name, fine(one)])), ...more });
  return `${path
    .replace('{campaign}', town.campaign)
    .replace('{table}', 'duties')
    .replace(/\{\w+\}/g, 'x')}?${query}`;
};

/** Every parameter of every address that is written as this. */
const written = (format: string): readonly (readonly [path: string, name: string])[] =>
  [...parameters].flatMap(([path, named]) =>
    named.filter(({ in: where, schema }) => where === 'query' && schema.format === format).map(({ name }) => [path, name] as const),
  );

const refusals = async (address: string) =>
  Promise.all(askers.map(async (who) => (await who.get(address)).as<{ problems?: { code: string; at: string }[] }>().problems?.[0]));

describe('a day in an address', () => {
  test('that is on no calendar is refused in every list', async () => {
    const days = written('date');
    expect(days.length).toBeGreaterThan(40);
    for (const [path, name] of days)
      for (const day of ['2026-02-30', '2026-13-99', 'gestern', ''])
        expect(await refusals(addressOf(path, { [name]: day })), `${path} ${name}=${day}`).toContainEqual(
          expect.objectContaining({ code: 'day.impossible', at: `/${name}` }),
        );
  });

  test('no parameter is a day by its pattern alone', () => {
    const disguised = [...parameters].flatMap(([path, named]) =>
      named.filter(({ schema }) => schema.pattern?.includes('\\d{2}') && schema.format === undefined).map(({ name }) => `${path} ${name}`),
    );
    expect(disguised).toEqual([]);
  });
});

describe('a stretch of days in an address', () => {
  test('with a day that is on no calendar is refused', async () => {
    const stretches = written('days');
    expect(stretches.map(([, name]) => name)).toEqual(['opened', 'closed']);
    for (const [path, name] of stretches)
      for (const days of ['2026-02-30..2026-13-99', '2026-11-01..2026-11-31', '2026-00-01..2026-11-30'])
        expect(await refusals(addressOf(path, { [name]: days })), days).toContainEqual(
          expect.objectContaining({ code: 'day.impossible', at: `/${name}` }),
        );
  });

  test('that ends before it begins is refused, one day alone is a stretch', async () => {
    const spans = written('date').filter(([, name]) => name === 'to');
    expect(spans.length).toBeGreaterThan(7);
    for (const [path] of spans)
      expect(await refusals(addressOf(path, { from: '2026-11-03', to: '2026-11-02' })), path).toContainEqual(
        expect.objectContaining({ code: 'day.reversed', at: '/to' }),
      );
    for (const name of ['opened', 'closed']) {
      expect(await town.refused(await town.office.get(`${base}/findings?${name}=2026-11-03..2026-11-02`))).toEqual({
        status: 422,
        code: 'day.reversed',
        at: `/${name}`,
        message: '止日2026-11-02早于起日2026-11-03。',
      });
      expect((await town.office.get(`${base}/findings?${name}=2026-11-02..2026-11-02`)).status).toBe(200);
    }
  });

  test('with one end left open is none that ends before it begins', async () => {
    for (const query of ['from=2026-11-03', 'to=2026-11-02'])
      expect((await (await town.as('guanli')).get(`${base}/access?${query}`)).status).toBe(200);
  });

  test('that is too long says until which day it may reach', async () => {
    expect(await town.refused(await town.office.get(`${base}/duties?from=2026-01-01&to=2028-01-01`))).toMatchObject({
      code: 'shape.out-of-range',
      message: '“to”应在2026-01-01到2027-02-05之间，现在是2028-01-01。',
    });
  });

  test('is refused in English for who asks for it', async () => {
    const english = { 'accept-language': 'en' };
    const ask = async (query: string) =>
      (await town.office.ask('GET', `${base}/findings?${query}`, undefined, english)).as<{ problems: { message: string }[] }>().problems[0]
        ?.message;
    expect(await ask('opened=2026-02-30..2026-13-99')).toContain('“opened” is “2026-02-30”, a day that does not exist');
    expect(await ask('closed=2026-11-03..2026-11-02')).toMatch(/^the last day 2026-11-02 is before the first day 2026-11-03/i);
  });
});
