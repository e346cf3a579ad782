import { sha256 as digest } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

const quoted = new Map<string, string>();

/** Keys kept at most, as they are written: the same few stand in every text. */
const most = 10_000;

const quotedKey = (key: string): string => {
  const known = quoted.get(key);
  if (known !== undefined) return known;
  if (quoted.size >= most) quoted.clear();
  const text = `${JSON.stringify(key)}:`;
  quoted.set(key, text);
  return text;
};

/**
 * The canonical JSON text of a value: object keys in code unit order, no spaces, keys with `undefined` left out.
 * Equal values have equal texts on every machine. Throws on what JSON cannot say: NaN, Infinity, functions.
 */
export const canonicalText = (value: unknown): string => {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error('not a JSON number');
    return JSON.stringify(value === 0 ? 0 : value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (typeof value !== 'object') throw new Error(`not a JSON value: ${typeof value}`);
  const record = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const key of Object.keys(record).sort()) {
    const inside = record[key];
    if (inside !== undefined) text += `${text ? ',' : ''}${quotedKey(key)}${canonicalText(inside)}`;
  }
  return `{${text}}`;
};

/** SHA-256 of text (as UTF-8) or bytes, in lower-case hex. */
export const sha256 = (content: string | Uint8Array): string =>
  bytesToHex(digest(typeof content === 'string' ? utf8ToBytes(content) : content));

/** SHA-256 of the canonical text of a value. */
export const hashOf = (value: unknown): string => sha256(canonicalText(value));
