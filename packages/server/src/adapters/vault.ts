import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { chmodSync, closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../ports/log.ts';
import type { Vault } from '../ports/vault.ts';
import { CannotStart, keyIn } from '../settings.ts';

/** What a sealed text begins with; an address never does. */
const mark = 'sealed:1:';

/** True for a text that was sealed, by whatever key. */
export const isSealed = (text: string): boolean => text.startsWith(mark);

/** Bytes of the nonce and of the tag of AES-256-GCM. */
const [nonceLength, tagLength] = [12, 16];

/** The file of the data folder that holds the key unless a setting does. */
export const keyFile = (folder: string): string => join(folder, 'secret-key');

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

const written = (path: string, log: Log): Buffer | undefined => {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new CannotStart(
      `密钥文件 ${path} 读不出（${codeOf(error)}）。请检查它的权限。`,
      `The key file ${path} cannot be read (${codeOf(error)}). Check its permissions.`,
    );
  }
  if (statSync(path).mode & 0o077) {
    chmodSync(path, 0o600);
    log.warn('others could read the key file; only its owner can now', { path });
  }
  const key = keyIn(text);
  if (key) return key;
  throw new CannotStart(
    `密钥文件 ${path} 的内容不对。请把原来的文件放回去；找不回来就删掉它，再到“发往群聊”页面把各个机器人的地址重新填写一遍。`,
    `The key file ${path} is damaged. Put the original back; if it is lost, delete the file and enter the addresses of the robots again on the page of the group chats.`,
  );
};

/** Makes the key file whole or not at all, readable by its owner only; one that another process made meanwhile stays. */
const make = (folder: string): void => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = keyFile(folder);
  const beside = `${path}.${process.pid}.writing`;
  const file = openSync(beside, 'w', 0o600);
  writeSync(file, `${randomBytes(32).toString('base64')}\n`);
  fsyncSync(file);
  closeSync(file);
  try {
    linkSync(beside, path);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(beside);
  }
  const directory = openSync(folder, 'r');
  fsyncSync(directory);
  closeSync(directory);
};

const sealWith = (key: Buffer, text: string, about: string): string => {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength }).setAAD(Buffer.from(about));
  const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return mark + sealed.toString('base64');
};

const openWith = (key: Buffer, sealed: string, about: string): string | undefined => {
  const bytes = Buffer.from(sealed.slice(mark.length), 'base64');
  const end = bytes.length - tagLength;
  if (!isSealed(sealed) || end < nonceLength) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceLength), { authTagLength: tagLength });
  decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(end));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(nonceLength, end)), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
};

/**
 * A vault under the key of a setting or, without one, of a file in the data folder, made when something is first sealed.
 * Opening never makes a key. Throws `CannotStart` for a key file that cannot be meant.
 */
export const vaultUnder = ({ folder, key: given, log }: { folder: string; key: Buffer | undefined; log: Log }): Vault => {
  const read = (): Buffer | undefined => given ?? written(keyFile(folder), log);
  let key = read();
  return {
    seal: (text, about) => {
      if (!key) {
        make(folder);
        key = read();
      }
      if (!key) throw new Error('there is no key to seal with');
      return sealWith(key, text, about);
    },
    open: (sealed, about) => key && openWith(key, sealed, about),
  };
};
