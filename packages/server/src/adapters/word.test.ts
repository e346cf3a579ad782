import { inflateRawSync } from 'node:zlib';
import type { Bulletin } from '@xiuhua/engine';
import { expect, test } from 'vitest';
import { rowsOf, wordOf } from './word.ts';

/** A part of a zip by its name, read from the central directory. */
const partOf = (zip: Buffer, name: string): string => {
  for (let at = zip.indexOf(Buffer.from('PK\u0001\u0002')); at >= 0; at = zip.indexOf(Buffer.from('PK\u0001\u0002'), at + 4)) {
    const length = zip.readUInt16LE(at + 28);
    if (zip.toString('utf8', at + 46, at + 46 + length) !== name) continue;
    const [method, size, offset] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)];
    const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
    const packed = zip.subarray(start, start + size);
    return (method === 0 ? packed : inflateRawSync(packed)).toString('utf8');
  }
  return '';
};

const bulletin: Bulletin = {
  report: '月度考核通报',
  period: '2026-11',
  title: '月度考核通报（2026年11月）',
  number: 3,
  issuer: '小箐镇人民政府',
  day: '2026-12-07',
  to: ['各责任单位'],
  copies: ['县城管局'],
  signedBy: '镇长',
  source: '六（四）',
  blocks: [
    { kind: 'heading', text: '一、考核排名' },
    { kind: 'paragraph', text: '排名12个单位。<b>&\u0007', source: '六（四）', evidence: [] },
    { kind: 'table', caption: '', head: ['名次', '单位'], rows: [{ cells: ['1', '=HYPERLINK("x")'], source: '六（四）', evidence: [] }] },
  ],
};

test('a bulletin becomes a document in the layout of the standard, its texts escaped and its clauses with it', async () => {
  const text = partOf(await wordOf(bulletin), 'word/document.xml');
  for (const said of [
    '月度考核通报（2026年11月）',
    '第3期　2026年12月7日',
    '一、考核排名',
    '六（四）',
    '抄送：县城管局。',
    '=HYPERLINK(&quot;x&quot;)',
  ])
    expect(text).toContain(said);
  expect(text).toContain('排名12个单位。&lt;b&gt;&amp;');
  expect(text).not.toContain('\u0007');
  expect(text).toMatch(/w:pgSz w:w="1190[56]" w:h="1683[78]"/);
  expect(text).toMatch(/w:pgMar w:top="209[78]" w:right="1474" w:bottom="198[45]" w:left="158[78]"/);
  for (const face of ['方正小标宋简体', '黑体', '仿宋_GB2312']) expect(text).toContain(`w:eastAsia="${face}"`);
  expect(rowsOf(bulletin)).toBe(1);
});
