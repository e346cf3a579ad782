import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LedgerRow } from '@xiuhua/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { live, template } from '../demo/live.fixture.ts';
import { demoPlan } from '../demo/plan.ts';
import { runLine } from './main.ts';

const today = '2026-11-24';
const { campaign, events } = live(today);
let folder = '';
let files: readonly string[] = [];

const findings = async (...line: string[]) => {
  const [out, err]: [string[], string[]] = [[], []];
  const terminal = { env: { LANG: 'zh_CN.UTF-8' }, print: (text: string) => out.push(text), complain: (text: string) => err.push(text) };
  const code = await runLine(['findings', ...files, ...line], terminal);
  return { code, out: out.join('\n'), err: err.join('\n') };
};
const rows = async (...line: string[]) => (JSON.parse((await findings(...line, '--json')).out) as { findings: LedgerRow[] }).findings;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiuhua-findings-'));
  files = [join(folder, 'plan.json'), join(folder, 'log.jsonl')];
  await writeFile(files[0] as string, JSON.stringify(demoPlan(template, today)));
  await writeFile(files[1] as string, `${events.map((event) => JSON.stringify(event)).join('\n')}\n`);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('xiuhua findings lists the ledger, as of any day, narrowed to a stage, a state or a unit', async () => {
  const all = await rows();
  expect(all.map((row) => row.finding)).toEqual([...campaign.findings.keys()]);
  expect(all.filter((row) => row.state === 'closed').every((row) => row.writtenOff > 0)).toBe(true);
  const unit = all[0]?.unit ?? '';
  expect(await rows('--unit', unit)).toEqual(all.filter((row) => row.unit === unit));
  expect(await rows('--state', '整改')).toEqual(all.filter((row) => row.stage === '整改'));
  expect(await rows('--state', '已结案')).toEqual(await rows('--state', 'closed'));
  const before = await rows('--at', '2026-10-15');
  expect(before.length).toBeLessThan(all.length);
  expect(before.every((row) => row.opened <= '2026-10-15')).toBe(true);
});

test('in words each line says state, unit, site and deadline, and the last how many', async () => {
  const { code, out } = await findings('--state', 'rectifying');
  expect(code).toBe(0);
  expect(out.split('\n').at(-1)).toMatch(/^截至2026-11-24共\d+件。$/);
  expect(out).toMatch(/整改.*期限\d{4}-\d{2}-\d{2}/);
  expect((await findings('--at', '2026-13-01')).code).toBe(2);
});
