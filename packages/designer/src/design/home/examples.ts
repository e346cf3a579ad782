import { isObject, type Json, textOf } from '../draft/json.ts';

/** The example plans that come with the program, each loaded only when it is chosen. */
const files = import.meta.glob<string>('../../../../../examples/*/plan.json', { query: '?raw', import: 'default' });

/** Names of the examples, as their folders are called. */
export const exampleNames: readonly string[] = Object.keys(files).map((path) => path.split('/').at(-2) ?? '');

/** The plan of an example. */
export const loadExample = async (name: string): Promise<Json> => {
  const path = Object.keys(files).find((p) => p.endsWith(`/${name}/plan.json`));
  const load = path ? files[path] : undefined;
  if (!load) throw new Error(`no example ${name}`);
  return JSON.parse(await load()) as Json;
};

/** The titles of the examples by name. */
export const loadTitles = async (): Promise<ReadonlyMap<string, string>> =>
  new Map(await Promise.all(exampleNames.map(async (name) => [name, textOf(await loadExample(name), 'title') || name] as const)));

/** A plan under another title and issuer, no longer carrying the number and day of its model. */
export const restarted = (plan: Json, title: string, issuer: string): Json => {
  if (!isObject(plan)) return plan;
  const { number, issued, ...rest } = plan;
  return { ...rest, title, issuer };
};
