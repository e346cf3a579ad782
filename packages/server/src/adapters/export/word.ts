import type { Block, Bulletin } from '@xiuhua/engine';
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  convertMillimetersToTwip as mm,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { chartParagraph } from './word-chart.ts';

/** Most rows of tables that are put into one document: about a hundred pages; for more there are the Excel tables. */
export const mostRows = 3000;

/** Faces of GB/T 9704-2012. They are named, never shipped: a reader without them gets what his system puts in their place. */
const faces = { title: '方正小标宋简体', heading: '黑体', body: '仿宋_GB2312', number: '宋体' } as const;

/** Sizes in half-points: 2号, 3号, 4号, and 小四 in tables. */
const sizes = { title: 44, body: 32, number: 28, table: 24 } as const;

/** 22 lines on a page of 225 mm: 29 points each, in twentieths of a point. */
const pitch = { line: 580, lineRule: 'exact' } as const;

const font = (face: keyof typeof faces) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  eastAsia: faces[face],
  cs: 'Times New Roman',
});

/** Characters that no XML document may hold. */
const unprintable = /[\p{Cc}\p{Cs}\ufffe\uffff]/gu;
const clean = (text: string): string => text.replaceAll(unprintable, ' ');

const run = (text: string, face: keyof typeof faces = 'body', size: number = sizes.body) =>
  new TextRun({ text: clean(text), font: font(face), size });

/** Texts with a tab between them. */
const tabbed = (texts: readonly string[], size: number = sizes.body) =>
  new TextRun({
    children: texts.flatMap((text, at) => (at === 0 ? [clean(text)] : [new Tab(), clean(text)])),
    font: font('body'),
    size,
  });

const paragraph = (text: string, indent = true, keepNext = false): Paragraph =>
  new Paragraph({
    children: [run(text)],
    spacing: pitch,
    alignment: AlignmentType.BOTH,
    keepNext,
    ...(indent ? { indent: { firstLine: 640 } } : {}),
  });

const heading = (text: string): Paragraph =>
  new Paragraph({ children: [run(text, 'heading')], spacing: pitch, indent: { firstLine: 640 }, keepNext: true });

/** Width of the type area, 156 mm, in twentieths of a point. */
const across = 8844;

/** Width of a text in halves of a Chinese character. */
const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 2 : 1), 0);

/** Share of the type area each column takes: as wide as its longest text, none less than six or more than forty halves. */
const widthsOf = (lines: readonly (readonly string[])[]): readonly number[] => {
  const wanted = (lines[0] ?? []).map((_, at) => Math.min(40, Math.max(6, ...lines.map((line) => widthOf(line[at] ?? '') + 1))));
  const sum = wanted.reduce((a, b) => a + b, 0);
  return wanted.map((width) => Math.round((width / sum) * across));
};

const isFigure = (text: string): boolean => /^[-—]?[\d.]*%?$/.test(text);

const cell = (text: string, face: keyof typeof faces, look: { readonly width: number; readonly centred: boolean }): TableCell =>
  new TableCell({
    children: [
      new Paragraph({
        children: [run(text, face, sizes.table)],
        alignment: look.centred ? AlignmentType.CENTER : AlignmentType.LEFT,
        spacing: { before: 40, after: 40 },
      }),
    ],
    width: { size: look.width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { left: 80, right: 80 },
  });

/** A table across the type area. Figures and heads stand in the middle of their column, words at its left. */
const table = (block: Extract<Block, { kind: 'table' }>): Table => {
  const head = [...block.head, '条款'];
  const lines = block.rows.map(({ cells, source }) => [...cells, source]);
  const widths = widthsOf([head, ...lines]);
  const figures = head.map((_, at) => lines.every((line) => isFigure(line[at] ?? '')));
  const look = (at: number, centred: boolean) => ({ width: widths[at] ?? 0, centred });
  return new Table({
    width: { size: across, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: [...widths],
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: head.map((text, at) => cell(text, 'heading', look(at, true))) }),
      ...lines.map(
        (line) => new TableRow({ cantSplit: true, children: line.map((text, at) => cell(text, 'body', look(at, figures[at] === true))) }),
      ),
    ],
  });
};

const cited = (text: string, source: string): string => (source === '' || text.includes(`（${source}）`) ? text : `${text}（${source}）`);

/** The blocks as paragraphs and tables; the last one stays on the page of the signature, which never stands alone. */
const parts = (block: Block, at: number, all: readonly Block[]): readonly (Paragraph | Table)[] => {
  if (block.kind === 'heading') return [heading(block.text)];
  if (block.kind === 'paragraph') return [paragraph(cited(block.text, block.source), true, at === all.length - 1)];
  if (block.kind === 'chart') return [chartParagraph(block)];
  return [table(block), ...(at === all.length - 1 ? [] : [new Paragraph({ children: [] })])];
};

/** A day as documents write it: 2026年12月7日, without zeros. */
const written = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};

/** The page number between dashes, outside on the page: right on odd pages, left on even ones. */
const footer = (alignment: (typeof AlignmentType)['LEFT'] | (typeof AlignmentType)['RIGHT']): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: { left: 280, right: 280 },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: font('number'), size: sizes.number })],
      }),
    ],
  });

/** One character of 3号, in twentieths of a point. */
const character = 320;

/** The red head: issuer, a red line under number, day and signer, then the title. */
const head = ({ kind, issuer, title, number, day, signedBy }: Bulletin): readonly Paragraph[] => [
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 200 },
    children: [new TextRun({ text: clean(issuer), font: font('title'), size: 52, color: 'C00000' })],
  }),
  new Paragraph({
    tabStops: [
      { type: TabStopType.CENTER, position: across / 2 },
      { type: TabStopType.RIGHT, position: across - character },
    ],
    border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: 'C00000', space: 8 } },
    children: [
      tabbed(
        kind === 'meeting'
          ? ['　会议议程', written(day), `主持：${signedBy}`]
          : [number === null ? '（草稿）' : `　第${number}期`, written(day), `签发：${signedBy}`],
      ),
    ],
  }),
  new Paragraph({ alignment: AlignmentType.CENTER, spacing: { before: 560, after: 280 }, children: [run(title, 'title', sizes.title)] }),
];

/** A line of the imprint (版记): 4号, one character in from either side, between lines of which the outer ones are heavier. */
const imprint = (texts: readonly string[], outer: { readonly first: boolean; readonly last: boolean }): Paragraph => {
  const line = (heavy: boolean) => ({ style: BorderStyle.SINGLE, size: heavy ? 8 : 6, color: '000000', space: 4 });
  return new Paragraph({
    children: [tabbed(texts, sizes.number)],
    keepLines: true,
    keepNext: !outer.last,
    tabStops: [{ type: TabStopType.RIGHT, position: across - 280 }],
    border: { top: line(outer.first), ...(outer.last && { bottom: line(true) }) },
  });
};

const foot = ({ copies, issuer, day }: Bulletin): readonly Paragraph[] => [
  new Paragraph({ children: [], keepNext: true }),
  new Paragraph({
    alignment: AlignmentType.RIGHT,
    spacing: pitch,
    indent: { right: 2 * character },
    children: [run(issuer)],
    keepNext: true,
  }),
  new Paragraph({ alignment: AlignmentType.RIGHT, spacing: pitch, indent: { right: 4 * character }, children: [run(written(day))] }),
  new Paragraph({ children: [] }),
  ...(copies.length > 0 ? [imprint([`　抄送：${copies.join('，')}。`], { first: true, last: false })] : []),
  imprint([`　${issuer}`, `${written(day)}印发`], { first: copies.length === 0, last: true }),
];

/** Under the agenda of a meeting: who attends. It is no letter, so nobody signs it and there is no imprint. */
const attendance = ({ to }: Bulletin): readonly Paragraph[] =>
  to.length === 0 ? [] : [new Paragraph({ children: [] }), paragraph(`参加：${to.join('、')}。`)];

/** A bulletin as a Word document in the layout of GB/T 9704-2012: A4, 版心 156 × 225 mm, 22 lines a page. */
export const wordOf = (bulletin: Bulletin): Promise<Buffer> => {
  const isAgenda = bulletin.kind === 'meeting';
  const address = !isAgenda && bulletin.to.length > 0 ? [paragraph(`${bulletin.to.join('、')}：`, false)] : [];
  const margin = { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), footer: mm(25) };
  const document = new Document({
    creator: 'Xiuhua',
    title: clean(bulletin.title),
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: { page: { size: { width: mm(210), height: mm(297) }, margin } },
        footers: { default: footer(AlignmentType.RIGHT), even: footer(AlignmentType.LEFT) },
        children: [...head(bulletin), ...address, ...bulletin.blocks.flatMap(parts), ...(isAgenda ? attendance : foot)(bulletin)],
      },
    ],
  });
  return Packer.toBuffer(document);
};

/** Rows of all tables of a bulletin. */
export const rowsOf = ({ blocks }: Bulletin): number =>
  blocks.reduce((sum, block) => sum + (block.kind === 'table' ? block.rows.length : 0), 0);
