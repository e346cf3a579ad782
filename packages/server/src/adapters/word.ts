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
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';

/** Most rows of tables that are put into one document; Word itself grows slow long before. */
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

const paragraph = (text: string, indent = true): Paragraph =>
  new Paragraph({
    children: [run(text)],
    spacing: pitch,
    alignment: AlignmentType.BOTH,
    ...(indent ? { indent: { firstLine: 640 } } : {}),
  });

const heading = (text: string): Paragraph =>
  new Paragraph({ children: [run(text, 'heading')], spacing: pitch, indent: { firstLine: 640 }, keepNext: true });

const cell = (text: string, face: keyof typeof faces): TableCell =>
  new TableCell({ children: [new Paragraph({ children: [run(text, face, sizes.table)] })], margins: { left: 80, right: 80 } });

const table = (block: Extract<Block, { kind: 'table' }>): Table =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({ tableHeader: true, children: [...block.head, '条款'].map((text) => cell(text, 'heading')) }),
      ...block.rows.map(
        ({ cells, source }) => new TableRow({ cantSplit: true, children: [...cells, source].map((text) => cell(text, 'body')) }),
      ),
    ],
  });

const cited = (text: string, source: string): string => (source === '' || text.includes(`（${source}）`) ? text : `${text}（${source}）`);

const parts = (block: Block): readonly (Paragraph | Table)[] => {
  if (block.kind === 'heading') return [heading(block.text)];
  if (block.kind === 'paragraph') return [paragraph(cited(block.text, block.source))];
  return [table(block), new Paragraph({ children: [] })];
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

const head = ({ issuer, title, number, day }: Bulletin): readonly Paragraph[] => [
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 200 },
    children: [new TextRun({ text: clean(issuer), font: font('title'), size: 52, color: 'C00000' })],
  }),
  new Paragraph({
    alignment: AlignmentType.CENTER,
    border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: 'C00000', space: 8 } },
    children: [run(`${number === null ? '' : `第${number}期　`}${written(day)}`)],
  }),
  new Paragraph({ alignment: AlignmentType.CENTER, spacing: { before: 560, after: 280 }, children: [run(title, 'title', sizes.title)] }),
];

const foot = ({ to, copies, signedBy, issuer, day }: Bulletin): readonly Paragraph[] => [
  new Paragraph({ children: [] }),
  new Paragraph({ alignment: AlignmentType.RIGHT, spacing: pitch, indent: { right: 640 }, children: [run(issuer)] }),
  new Paragraph({ alignment: AlignmentType.RIGHT, spacing: pitch, indent: { right: 1280 }, children: [run(written(day))] }),
  ...(copies.length > 0 ? [paragraph(`抄送：${copies.join('，')}。`, false)] : []),
  paragraph(`签发：${signedBy}${to.length > 0 ? `　主送：${to.join('、')}` : ''}`, false),
];

/** A bulletin as a Word document in the layout of GB/T 9704-2012: A4, 版心 156 × 225 mm, 22 lines a page. */
export const wordOf = (bulletin: Bulletin): Promise<Buffer> => {
  const address = bulletin.to.length > 0 ? [paragraph(`${bulletin.to.join('、')}：`, false)] : [];
  const margin = { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), footer: mm(25) };
  const document = new Document({
    creator: 'Xiuhua',
    title: clean(bulletin.title),
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: { page: { size: { width: mm(210), height: mm(297) }, margin } },
        footers: { default: footer(AlignmentType.RIGHT), even: footer(AlignmentType.LEFT) },
        children: [...head(bulletin), ...address, ...bulletin.blocks.flatMap(parts), ...foot(bulletin)],
      },
    ],
  });
  return Packer.toBuffer(document);
};

/** Rows of all tables of a bulletin. */
export const rowsOf = ({ blocks }: Bulletin): number =>
  blocks.reduce((sum, block) => sum + (block.kind === 'table' ? block.rows.length : 0), 0);
