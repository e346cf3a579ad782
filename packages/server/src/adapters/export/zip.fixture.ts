import { inflateRawSync } from 'node:zlib';

/** The parts of a zip by name, read from its central directory. */
export const partsOf = (zip: Buffer): ReadonlyMap<string, string> => {
  const mark = Buffer.from('PK\u0001\u0002');
  const parts = new Map<string, string>();
  for (let at = zip.indexOf(mark); at >= 0; at = zip.indexOf(mark, at + 4)) {
    const length = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + length);
    const [method, size, offset] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)];
    const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
    const packed = zip.subarray(start, start + size);
    parts.set(name, (method === 0 ? packed : inflateRawSync(packed)).toString('utf8'));
  }
  return parts;
};

/** What is wrong with an XML text: a tag not closed, a bare ampersand, a character XML has no place for; empty when nothing is. */
export const xmlFaults = (text: string): readonly string[] => {
  const faults: string[] = [];
  const open: string[] = [];
  const body = text.replaceAll(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->/g, '');
  for (const [, close, name = '', own] of body.matchAll(/<(\/?)([A-Za-z][\w:.-]*)(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*(\/?)>/g)) {
    if (own) continue;
    if (!close) open.push(name);
    else if (open.pop() !== name) faults.push(`</${name}> closes nothing`);
  }
  if (open.length > 0) faults.push(`<${open.at(-1)}> is not closed`);
  const words = body.replaceAll(/<[^<>]*>/g, '');
  if (/[<>]/.test(words)) faults.push('a bare bracket');
  if (/&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(body)) faults.push('a bare ampersand');
  if (/[\p{Cc}\ufffe\uffff]/u.test(body.replaceAll(/[\t\r\n]/g, ''))) faults.push('a character XML does not allow');
  return faults;
};
