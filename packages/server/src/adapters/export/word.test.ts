import type { Bulletin } from '@xiuhua/engine';
import { describe, expect, test } from 'vitest';
import { office, pagesOf, printed } from './office.fixture.ts';
import { rowsOf, wordOf } from './word.ts';
import { partsOf, xmlFaults } from './zip.fixture.ts';

const bulletin: Bulletin = {
  kind: 'report',
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
    {
      kind: 'chart',
      caption: '各单位问题整改情况',
      unit: '个',
      series: ['结案', '未结案未到期', '逾期'],
      bars: [
        { label: '小箐村', values: ['7', '2', '1'] },
        { label: '=小箐&社区', values: ['4', '0', '3'] },
      ],
    },
    { kind: 'table', caption: '', head: ['名次', '单位'], rows: [{ cells: ['1', '=HYPERLINK("x")'], source: '六（四）', evidence: [] }] },
  ],
};

/** The order of the parts of a paragraph’s and a table cell’s properties that the schema of Word lays down. */
const order: Readonly<Record<string, readonly string[]>> = {
  'w:pPr': ['w:pStyle', 'w:keepNext', 'w:keepLines', 'w:pBdr', 'w:tabs', 'w:spacing', 'w:ind', 'w:jc', 'w:rPr', 'w:sectPr'],
  'w:tcPr': ['w:tcW', 'w:gridSpan', 'w:vMerge', 'w:tcBorders', 'w:shd', 'w:noWrap', 'w:tcMar', 'w:vAlign'],
  'w:tblPr': ['w:tblStyle', 'w:tblW', 'w:jc', 'w:tblInd', 'w:tblBorders', 'w:shd', 'w:tblLayout', 'w:tblCellMar', 'w:tblLook'],
  'w:sectPr': ['w:headerReference', 'w:footerReference', 'w:type', 'w:pgSz', 'w:pgMar', 'w:pgNumType', 'w:cols', 'w:docGrid'],
};

/** Children of an element, by the text between its first tag and its last, in their order. */
const childrenOf = (inner: string): readonly string[] => {
  const names: string[] = [];
  let depth = 0;
  for (const [, close, name = '', own] of inner.matchAll(/<(\/?)([\w:]+)[^>]*?(\/?)>/g)) {
    if (close) depth -= 1;
    else {
      if (depth === 0) names.push(name);
      if (!own) depth += 1;
    }
  }
  return names;
};

describe('a bulletin as a Word document', () => {
  test('has the layout of the standard, its texts escaped and its clauses with it', async () => {
    const text = partsOf(await wordOf(bulletin)).get('word/document.xml') ?? '';
    const said = [
      '月度考核通报（2026年11月）',
      '第3期',
      '2026年12月7日',
      '一、考核排名',
      '六（四）',
      '抄送：县城管局。',
      '签发：镇长',
      '2026年12月7日印发',
    ];
    for (const words of [...said, '=HYPERLINK(&quot;x&quot;)']) expect(text).toContain(words);
    expect(text).toContain('排名12个单位。&lt;b&gt;&amp;');
    expect(text).not.toContain('\u0007');
    expect(text).toMatch(/w:pgSz w:w="1190[56]" w:h="1683[78]"/);
    expect(text).toMatch(/w:pgMar w:top="209[78]" w:right="1474" w:bottom="198[45]" w:left="158[78]"/);
    for (const face of ['方正小标宋简体', '黑体', '仿宋_GB2312']) expect(text).toContain(`w:eastAsia="${face}"`);
    expect(rowsOf(bulletin)).toBe(1);
  });

  test('as the agenda of a meeting says who is in the chair and who attends; it is signed and issued by nobody', async () => {
    const text = partsOf(await wordOf({ ...bulletin, kind: 'meeting', number: null })).get('word/document.xml') ?? '';
    for (const words of ['会议议程', '主持：镇长', '参加：各责任单位。']) expect(text).toContain(words);
    for (const words of ['签发', '印发', '草稿', '抄送']) expect(text).not.toContain(words);
  });

  test('is a package Word opens: every part is XML, every part a relation names is there, properties stand in their order', async () => {
    const parts = partsOf(await wordOf(bulletin));
    for (const [name, text] of parts) if (/\.(xml|rels)$/.test(name)) expect(xmlFaults(text), name).toEqual([]);
    const relations = parts.get('word/_rels/document.xml.rels') ?? '';
    for (const [, target = ''] of relations.matchAll(/Target="([^"]+)"(?![^>]*External)/g))
      expect([...parts.keys()]).toContain(target.startsWith('/') ? target.slice(1) : `word/${target}`);
    const text = parts.get('word/document.xml') ?? '';
    for (const [element, known] of Object.entries(order)) {
      const found = [...text.matchAll(new RegExp(`<${element}>(.*?)</${element}>`, 'gs'))].map(([, inner = '']) => childrenOf(inner));
      expect(found.length, element).toBeGreaterThan(0);
      for (const names of found)
        expect(names.map((name) => known.indexOf(name))).toEqual(names.map((name) => known.indexOf(name)).toSorted((a, b) => a - b));
    }
  });

  test('holds its chart as a chart of Word, with the numbers of the table', async () => {
    const parts = partsOf(await wordOf(bulletin));
    const chart = [...parts].find(([name]) => /^word\/charts\/chart\d*\.xml$/.test(name))?.[1] ?? '';
    expect(chart).toContain('各单位问题整改情况');
    for (const words of ['未结案未到期', '=小箐&amp;社区', '<c:v>7</c:v>']) expect(chart).toContain(words);
  });

  test.skipIf(!office)('is opened by LibreOffice and printed on its pages', { timeout: 120_000 }, async () => {
    const rows = Array.from({ length: 60 }, (_, i) => ({ cells: [String(i + 1), `单位${i}`], source: '六（四）', evidence: [] }));
    const long: Bulletin = { ...bulletin, blocks: [...bulletin.blocks, { kind: 'table', caption: '', head: ['名次', '单位'], rows }] };
    expect(pagesOf(await printed('bulletin.docx', await wordOf(long)))).toBeGreaterThan(2);
  });
});
