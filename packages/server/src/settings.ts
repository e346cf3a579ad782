import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where and how the server runs. */
export interface Settings {
  /** 1 to 65535; 0 lets the system choose a free one. */
  readonly port: number;
  /** Address to listen on; loopback unless told otherwise. */
  readonly host: string;
  /** Folder of the embedded database, the photos and the lock. */
  readonly data: string;
  /** `postgres://…` when the store is a PostgreSQL server; `undefined` for the embedded SQLite in `data`. */
  readonly database: string | undefined;
  /** The address people type, e.g. `https://xiuhua.example`, when a proxy stands in front; decides the Secure cookie. */
  readonly origin: string | undefined;
  /** Addresses of proxies whose word for the client's address is taken; empty for none. */
  readonly proxies: readonly string[];
  /** Folder with the built screens. */
  readonly screens: string;
  /** Hosts that messages may be sent to, exactly as written; empty, as from the start, for none. */
  readonly webhookHosts: readonly string[];
  /**
   * For tests: an address (`http://127.0.0.1:…`) that stands in for every host messages are sent to, how long it is
   * waited for, and how often the outbox is run (milliseconds). No environment variable sets it.
   */
  readonly webhookPeer?: { readonly address: string; readonly timeout: number; readonly every?: number };
  /** The key that addresses and secrets of robots are sealed with; `undefined` for that of the file in `data`. */
  readonly secretKey?: Buffer | undefined;
  /** Requests one signed-in person (or one address that is not signed in) may make in a minute. */
  readonly perMinute: number;
}

/** Something the operator must put right before the server can start, as one sentence in both languages. */
export class CannotStart extends Error {
  readonly zh: string;
  readonly en: string;
  constructor(zh: string, en: string) {
    super(en);
    this.name = 'CannotStart';
    this.zh = zh;
    this.en = en;
  }
}

type Env = Readonly<Record<string, string | undefined>>;

const whole = (env: Env, name: string, [fallback, least, most]: readonly [number, number, number]): number => {
  const written = env[name]?.trim();
  if (!written) return fallback;
  const value = Number(written);
  if (/^\d{1,9}$/.test(written) && value >= least && value <= most) return value;
  throw new CannotStart(
    `${name}=${written} 不对：应是 ${least} 到 ${most} 之间的整数。`,
    `${name}=${written} is wrong: it must be a whole number from ${least} to ${most}.`,
  );
};

const databaseOf = (env: Env): string | undefined => {
  const written = env['DATABASE_URL']?.trim();
  if (!written) return undefined;
  if (/^postgres(ql)?:\/\/\S+$/.test(written)) return written;
  throw new CannotStart(
    'DATABASE_URL 不对：应写成 postgres://用户:密码@主机:端口/库名；不设置则使用内嵌数据库。',
    'DATABASE_URL is wrong: write postgres://user:password@host:port/database, or leave it out to use the embedded database.',
  );
};

const originOf = (env: Env): string | undefined => {
  const written = env['XIUHUA_ORIGIN']?.trim();
  if (!written) return undefined;
  if (/^https?:\/\/[^/\s?#]+\/?$/.test(written)) return written.replace(/\/$/, '');
  throw new CannotStart(
    `XIUHUA_ORIGIN=${written} 不对：应写成 https://域名，后面不带路径。`,
    `XIUHUA_ORIGIN=${written} is wrong: write https://name without a path.`,
  );
};

const proxiesOf = (env: Env): readonly string[] => {
  const written = (env.XIUHUA_PROXIES ?? '').split(',').map((one) => one.trim());
  const proxies = written.filter((one) => one !== '');
  const odd = proxies.find((one) => !/^[0-9A-Fa-f.:]+(\/\d{1,3})?$/.test(one) || isIP(one.split('/')[0] ?? '') === 0);
  if (odd === undefined) return proxies;
  throw new CannotStart(
    `XIUHUA_PROXIES 里的“${odd}”不对：应是代理服务器的 IP 地址，多个用逗号隔开。`,
    `“${odd}” in XIUHUA_PROXIES is wrong: write the IP addresses of the proxies, separated by commas.`,
  );
};

const webhookHostsOf = (env: Env): readonly string[] => {
  const hosts = (env['XIUHUA_WEBHOOK_HOSTS'] ?? '').split(',').map((one) => one.trim().toLowerCase());
  const odd = hosts.find((one) => one !== '' && (!/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/.test(one) || isIP(one) !== 0));
  if (odd === undefined) return [...new Set(hosts.filter((one) => one !== ''))];
  throw new CannotStart(
    `XIUHUA_WEBHOOK_HOSTS 里的“${odd}”不对：应是完整的主机名，如 oapi.dingtalk.com，多个用逗号隔开；不能写 IP 地址、端口或通配符。`,
    `“${odd}” in XIUHUA_WEBHOOK_HOSTS is wrong: write whole host names such as oapi.dingtalk.com, separated by commas; no IP addresses, ports or wildcards.`,
  );
};

/** The key in a text: 32 bytes in Base64; `undefined` for anything else. */
export const keyIn = (text: string): Buffer | undefined => {
  const key = Buffer.from(text.trim(), 'base64');
  return /^[A-Za-z0-9+/]{43}=$/.test(text.trim()) && key.length === 32 ? key : undefined;
};

const secretKeyOf = (env: Env): Buffer | undefined => {
  const written = env['XIUHUA_SECRET_KEY']?.trim();
  if (!written) return undefined;
  const key = keyIn(written);
  if (key) return key;
  throw new CannotStart(
    'XIUHUA_SECRET_KEY 不对：应是 32 字节随机数的 Base64，共 44 个字符，可用 openssl rand -base64 32 生成。',
    'XIUHUA_SECRET_KEY is wrong: it must be 32 random bytes in Base64, 44 characters, as openssl rand -base64 32 makes them.',
  );
};

const hostOf = (env: Env): string => {
  const written = env['HOST']?.trim() || '127.0.0.1';
  if (/^[A-Za-z0-9.:_-]+$/.test(written)) return written;
  throw new CannotStart(
    `HOST=${written} 不对：应是主机名或 IP 地址。`,
    `HOST=${written} is wrong: it must be a host name or an IP address.`,
  );
};

/** Folder of the built screens beside this package. */
const builtScreens = fileURLToPath(new URL('../../designer/dist', import.meta.url));

/**
 * Reads PORT (3000), HOST (127.0.0.1), XIUHUA_DATA (.xiuhua), DATABASE_URL, XIUHUA_ORIGIN, XIUHUA_PROXIES,
 * XIUHUA_WEBHOOK_HOSTS, XIUHUA_SECRET_KEY and XIUHUA_PER_MINUTE (1200). Throws `CannotStart` with one sentence for a value that cannot be meant.
 */
export const readSettings = (env: Env): Settings => ({
  port: whole(env, 'PORT', [3000, 0, 65_535]),
  host: hostOf(env),
  data: resolve(env['XIUHUA_DATA']?.trim() || '.xiuhua'),
  database: databaseOf(env),
  origin: originOf(env),
  proxies: proxiesOf(env),
  screens: builtScreens,
  webhookHosts: webhookHostsOf(env),
  secretKey: secretKeyOf(env),
  perMinute: whole(env, 'XIUHUA_PER_MINUTE', [1200, 1, 100_000_000]),
});

/** Language of the terminal: English when LC_ALL or LANG says so, else Chinese. */
export const terminalLanguage = (env: Env): 'zh' | 'en' => ((env['LC_ALL'] || env['LANG'] || '').startsWith('en') ? 'en' : 'zh');
