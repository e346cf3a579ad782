import { chmodSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSettings } from '../settings.ts';
import { silentLog } from './log.ts';
import { isSealed, keyFile, vaultUnder } from './vault.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiuhua-vault-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const vault = (key?: Buffer) => vaultUnder({ folder, key, log: silentLog });
const text = 'https://oapi.dingtalk.com/robot/send?access_token=密-77';

test('what is sealed says nothing of itself, differs each time, and opens for what it is about only', () => {
  const [one, two] = [vault().seal(text, 'robot 1 url'), vault().seal(text, 'robot 1 url')];
  expect([isSealed(one), isSealed(text), one === two]).toEqual([true, false, false]);
  expect(one).not.toContain('dingtalk');
  expect(vault().open(one, 'robot 1 url')).toBe(text);
  for (const about of ['robot 2 url', 'robot 1 secret']) expect(vault().open(one, about), about).toBeUndefined();
});

test.each([
  ['a letter changed', (sealed: string) => sealed.replace(/.(.{5})$/, (found) => (found.startsWith('A') ? 'B' : 'A') + found.slice(1))],
  ['cut short', (sealed: string) => sealed.slice(0, -8)],
  ['next to nothing', () => 'sealed:1:AAAA'],
  ['never sealed', () => text],
])('%s, it does not open', (_, spoil) => {
  const sealed = vault().seal(text, 'robot 1 url');
  expect(vault().open(spoil(sealed), 'robot 1 url')).toBeUndefined();
});

test('the key is made when something is first sealed, for its owner alone, and never when something is opened', () => {
  const path = keyFile(folder);
  expect(vault().open('sealed:1:AAAA', 'robot 1 url')).toBeUndefined();
  expect(() => statSync(path)).toThrow('ENOENT');
  const sealed = vault().seal(text, 'robot 1 url');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  chmodSync(path, 0o644);
  expect(vault().open(sealed, 'robot 1 url')).toBe(text);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('with the key lost, or another, nothing opens; with the old one put back everything does', () => {
  const sealed = vault().seal(text, 'robot 1 url');
  const old = readFileSync(keyFile(folder));
  rmSync(keyFile(folder));
  expect(vault().open(sealed, 'robot 1 url')).toBeUndefined();
  vault().seal('another', 'robot 2 url');
  expect(vault().open(sealed, 'robot 1 url')).toBeUndefined();
  writeFileSync(keyFile(folder), old);
  expect(vault().open(sealed, 'robot 1 url')).toBe(text);
});

test('a key file that is damaged stops the server in words', () => {
  writeFileSync(keyFile(folder), 'half a k');
  expect(() => vault()).toThrow('The key file');
});

test('a key of the settings needs no file', () => {
  const key = readSettings({ XIUHUA_SECRET_KEY: Buffer.alloc(32, 7).toString('base64') }).secretKey;
  const sealed = vault(key).seal(text, 'robot 1 url');
  expect([vault(key).open(sealed, 'robot 1 url'), vault().open(sealed, 'robot 1 url')]).toEqual([text, undefined]);
  expect(() => statSync(keyFile(folder))).toThrow('ENOENT');
});

test.each([['short'], [Buffer.alloc(31).toString('base64')], ['x'.repeat(44)]])('%s is no key', (written) => {
  expect(() => readSettings({ XIUHUA_SECRET_KEY: written })).toThrow('XIUHUA_SECRET_KEY');
});
