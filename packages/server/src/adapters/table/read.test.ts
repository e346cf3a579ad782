import { deflateRawSync } from 'node:zlib';
import type { Outcome } from '@xiuhua/engine';
import { describe, expect, test } from 'vitest';
import { chooseSheet, readTable } from './read.ts';
import type { Sheet } from './sheet.ts';
import { workbook } from './workbook.fixture.ts';

const sheetsOf = async (bytes: Buffer): Promise<readonly Sheet[]> => {
  const read = await readTable(bytes);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
};
const rowsOf = async (bytes: Buffer) => (await sheetsOf(bytes))[0]?.rows;
const codes = (read: Outcome<unknown>): readonly string[] => read.problems.map(({ code }) => code);
const refused = async (bytes: Buffer) => codes(await readTable(bytes));

/** A zip archive whose list of files says a file is `says` bytes long. */
const archive = (files: Readonly<Record<string, string>>, says?: number): Buffer => {
  const [locals, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const packed = deflateRawSync(Buffer.from(text));
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt16LE(name.length, 26);
    const row = Buffer.alloc(46);
    row.writeUInt32LE(0x02014b50, 0);
    row.writeUInt16LE(8, 10);
    row.writeUInt32LE(packed.length, 20);
    row.writeUInt32LE(says ?? Buffer.byteLength(text), 24);
    row.writeUInt16LE(name.length, 28);
    row.writeUInt32LE(offset, 42);
    locals.push(local, Buffer.from(name), packed);
    directory.push(row, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
};

describe('an Excel file', () => {
  test('is read sheet by sheet, numbers as written, empty rows kept so that row numbers are those of the spreadsheet', async () => {
    const bytes = await workbook({
      登记表: [
        ['名称', '编码'],
        [null, null],
        ['东街公厕', 4101020100001],
      ],
      说明: [['填表说明']],
    });
    expect(await sheetsOf(bytes)).toEqual([
      {
        name: '登记表',
        rows: [
          ['名称', '编码'],
          ['', ''],
          ['东街公厕', '4101020100001'],
        ],
      },
      { name: '说明', rows: [['填表说明']] },
    ]);
  });

  test('gives every merged cell the text of the first', async () => {
    const bytes = await workbook({
      说明: [['一', '二']],
      表: [
        ['类别', '名称', '片区'],
        [{ text: '公厕', rows: 3 }, '东街公厕', { text: '东街', rows: 2 }],
        [null, '西街公厕', null],
        [null, '南街公厕', '南街'],
      ],
    });
    expect((await sheetsOf(bytes))[1]?.rows.slice(1)).toEqual([
      ['公厕', '东街公厕', '东街'],
      ['公厕', '西街公厕', '东街'],
      ['公厕', '南街公厕', '南街'],
    ]);
  });

  test.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['cut off', async () => (await workbook({ 表: [['名称']] })).subarray(0, 700), 'table.broken'],
    ['an old .xls', () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), 'table.old-kind'],
    [
      'with a password',
      () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]),
      'table.locked',
    ],
    ['a Word document', () => archive({ 'word/document.xml': '<w/>' }), 'table.wrong-kind'],
    ['that unpacks to more than it says', () => archive({ 'xl/workbook.xml': 'x'.repeat(100_000) }, 10), 'table.too-large'],
    ['that says it unpacks to gigabytes', () => archive({ 'xl/workbook.xml': 'x' }, 2_000_000_000), 'table.too-large'],
    ['whose sheet is no XML', () => archive({ 'xl/workbook.xml': '<workbook' }), 'table.broken'],
    [
      'that begins a million cells and ends none',
      () =>
        archive({
          'xl/workbook.xml': '<workbook><sheets><sheet name="表" r:id="rId1"/></sheets></workbook>',
          'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
          'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${'<c '.repeat(1_000_000)}`,
        }),
      'table.broken',
    ],
    [
      'with a cell at the far corner',
      () =>
        archive({
          'xl/workbook.xml': '<workbook><sheets><sheet name="表" r:id="rId1"/></sheets></workbook>',
          'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
          'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>',
        }),
      'table.too-many-rows',
    ],
  ])('%s is answered in words', async (_, bytes, code) => {
    expect(await refused(await bytes())).toEqual([code]);
  });
});

describe('a CSV file', () => {
  const gb = Buffer.from('c3fbb3c62cc0e0b1f00ab6abbdd6b9abb2de2cb9abb2de', 'hex');
  test.each<[string, Buffer]>([
    ['UTF-8', Buffer.from('名称,类别\n东街公厕,公厕')],
    ['UTF-8 with its mark', Buffer.from('\uFEFF名称,类别\r\n东街公厕,公厕\r\n')],
    ['GB18030', gb],
    ['UTF-16 with tabs, as Excel saves Unicode text', Buffer.from('\uFEFF名称\t类别\r\n东街公厕\t公厕\r\n', 'utf16le')],
    ['semicolons', Buffer.from('名称;类别\n东街公厕;公厕')],
    ['quotes', Buffer.from('"名称","类别"\n"东街公厕","公厕"')],
  ])('in %s is read', async (_, bytes) => {
    expect(await rowsOf(bytes)).toEqual([
      ['名称', '类别'],
      ['东街公厕', '公厕'],
    ]);
  });

  test('keeps commas, quotes and line ends inside quotes, and empty rows', async () => {
    expect(await rowsOf(Buffer.from('名称,单位\n"甲,乙","说""丙""\n丁"\n\n戊,己'))).toEqual([
      ['名称', '单位'],
      ['甲,乙', '说"丙"\n丁'],
      [''],
      ['戊', '己'],
    ]);
  });

  test.each<[string, Buffer, string]>([
    ['a quotation mark without its partner', Buffer.from('名称,单位\n"甲,乙\n丙,丁'), 'table.bad-quote'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'table.wrong-kind'],
    ['bytes of no encoding', Buffer.from([0x41, 0xff, 0xff, 0x2c, 0x42]), 'table.wrong-kind'],
    ['a web page saved as .xls', Buffer.from('<html><table><tr><td>名称</td></tr></table></html>'), 'table.wrong-kind'],
    ['nothing', Buffer.alloc(0), 'table.empty'],
    ['only white space', Buffer.from(' \r\n\t\n'), 'table.empty'],
    ['more than 5 MB', Buffer.alloc(5 * 1024 * 1024 + 1, 'a'), 'table.too-large'],
    ['more than 60,000 rows', Buffer.from('甲,乙\n'.repeat(60_001)), 'table.too-many-rows'],
    ['a thousand columns', Buffer.from('甲,'.repeat(1000)), 'table.too-wide'],
  ])('%s is answered in words', async (_, bytes, code) => {
    expect(await refused(bytes)).toEqual([code]);
  });
});

describe('the sheet', () => {
  const sheets = [
    { name: '说明', rows: [['请先看']] },
    { name: '登记表', rows: [['名称']] },
  ];
  const fits = ({ rows }: Sheet): boolean => rows[0]?.[0] === '名称';
  const chosen = (name?: string) => {
    const choice = chooseSheet(sheets, name, fits);
    return choice.ok ? choice.value.name : choice.problems.map(({ code, params }) => `${code} ${params.near}`);
  };
  test('is the one that fits, the one that is named, or nearest to what is named', () => {
    expect([chosen(), chosen('说明'), chosen('登记')]).toEqual(['登记表', '说明', ['table.unknown-sheet 登记表']]);
  });
});
