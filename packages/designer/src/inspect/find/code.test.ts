import { expect, it } from 'vitest';
import { routeOfCode } from './code.ts';

const sites = new Set(['东街公厕']);

it.each([
  ['https://xiuhua.example.gov/inspect/#/site/%E4%B8%9C%E8%A1%97%E5%85%AC%E5%8E%95', { screen: 'site', site: '东街公厕' }],
  ['http://10.0.0.8:3000/inspect/#/register/ABCD-EFGH-JKLM', { screen: 'register', code: 'ABCD-EFGH-JKLM' }],
  ['东街公厕', { screen: 'site', site: '东街公厕' }],
  ['https://pay.example.com/qr/123', undefined],
  ['https://evil.example.com/#/settings', undefined],
  ['西街公厕', undefined],
  ['', undefined],
])('%s', (text, route) => {
  expect(routeOfCode(text, sites)).toEqual(route);
});
