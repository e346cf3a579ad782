/**
 * A fresh id for a command: 32 hex digits. Works on plain http too, where `crypto.randomUUID` is missing.
 */
export const freshId = (): string => [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, '0')).join('');
