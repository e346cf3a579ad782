import { PGlite } from '@electric-sql/pglite';
import { expect, test } from 'vitest';
import { silentLog } from '../adapters/log.ts';
import { pglitePool } from '../app/stores.fixture.ts';
import { openStore } from './open.ts';
import { postgresStore } from './postgres.ts';

test('a server that cannot be reached is named in a sentence that does not show the password', async () => {
  const opening = openStore({ data: '', database: 'postgres://xiuhua:secret@127.0.0.1:1/xiuhua' }, { log: silentLog });
  await expect(opening).rejects.toMatchObject({ zh: expect.stringContaining('ECONNREFUSED'), en: expect.not.stringContaining('secret') });
});

test('a server that may forget what it acknowledged is refused', async () => {
  const forgetful = new PGlite();
  await forgetful.exec('alter database postgres set synchronous_commit = off; set synchronous_commit = off');
  await expect(postgresStore(pglitePool(forgetful))).rejects.toThrow('synchronous_commit = off');
});
