import { sha256 } from '@xiuhua/engine';

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * SHA-256 of bytes in hex, by WebCrypto. Browsers offer that only on https and localhost; on a plain intranet address
 * the engine's own is used.
 */
export const hashOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  return subtle ? hex(new Uint8Array(await subtle.digest('SHA-256', bytes))) : sha256(bytes);
};
