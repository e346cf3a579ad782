/** Ten random bytes from the device. */
const random = (): Uint8Array => crypto.getRandomValues(new Uint8Array(10));

/** A UUID of version 7 (RFC 9562): the moment in ms, then chance. Later ones sort after earlier ones, as text. */
export const uuidv7 = (now: number, chance: Uint8Array = random()): string => {
  const time = Math.trunc(now).toString(16).padStart(12, '0').slice(-12);
  const rest = [...chance].map((byte, i) => (i === 0 ? (byte & 0x0f) | 0x70 : i === 2 ? (byte & 0x3f) | 0x80 : byte));
  const text = time + rest.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-');
};
