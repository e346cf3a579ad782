import { expect, test } from 'vitest';
import { CannotStart, readSettings, terminalLanguage } from '../settings.ts';

test('without anything said, the server listens on loopback and keeps its data beside itself', () => {
  expect(readSettings({})).toMatchObject({ port: 3000, host: '127.0.0.1', database: undefined, origin: undefined, proxies: [] });
  expect(readSettings({ XIUHUA_DATA: '/srv/xiuhua', PORT: ' 8080 ', XIUHUA_ORIGIN: 'https://xiuhua.example/' })).toMatchObject({
    data: '/srv/xiuhua',
    port: 8080,
    origin: 'https://xiuhua.example',
  });
});

test.each([
  ['PORT', '80a'],
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '3e3'],
  ['HOST', 'http://here'],
  ['DATABASE_URL', 'mysql://root@localhost/x'],
  ['XIUHUA_ORIGIN', 'xiuhua.example'],
  ['XIUHUA_ORIGIN', 'https://xiuhua.example/path'],
  ['XIUHUA_PROXIES', '10.0.0.1, everybody'],
  ['XIUHUA_PER_MINUTE', '0'],
])('%s=%s is refused in one sentence of each language', (name, value) => {
  const refusal = ((): unknown => {
    try {
      return readSettings({ [name]: value });
    } catch (error) {
      return error;
    }
  })();
  expect(refusal).toBeInstanceOf(CannotStart);
  expect(refusal).toMatchObject({ zh: expect.stringMatching(/^[^。]+。$/), en: expect.stringMatching(/^[^\n]+\.$/) });
  expect((refusal as CannotStart).zh).toContain(name);
});

test('the terminal speaks Chinese unless it is set to English', () => {
  expect([terminalLanguage({}), terminalLanguage({ LANG: 'zh_CN.UTF-8' }), terminalLanguage({ LANG: 'C' })]).toEqual(['zh', 'zh', 'zh']);
  expect([terminalLanguage({ LANG: 'en_US.UTF-8' }), terminalLanguage({ LANG: 'zh_CN', LC_ALL: 'en_GB' })]).toEqual(['en', 'en']);
});
