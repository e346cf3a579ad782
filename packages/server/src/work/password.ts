import { hash, verify } from '@node-rs/argon2';
import { type Problem, problem } from '@xiuhua/engine';
import { gate } from './queue.ts';

/** Least number of characters of a password a person chooses. */
const least = 12;
/** argon2id with 19 MiB, 2 passes, 1 lane; about 70 ms. A stored password says its own parameters. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Beginnings and repetitions that guessers try first. */
const common = [
  'password',
  '123456',
  'qwerty',
  'admin',
  'abc123',
  '111111',
  '888888',
  'woaini',
  'xiuhua',
  'mima',
  'chengguan',
  'jiancha',
  'zhengfu',
];

const normal = (password: string): string => password.normalize('NFKC');

/** The password without digits, signs and repeats: what is left when a common word is dressed up. */
const bare = (password: string): string =>
  password
    .toLowerCase()
    .replaceAll(/[^\p{L}]/gu, '')
    .replaceAll(/(.)\1+/gu, '$1');

/** What is wrong with a password for this login; `undefined` when it will do. */
export const weakness = (login: string, password: string): Problem | undefined => {
  const text = normal(password);
  const letters = [...text];
  const weak =
    letters.length < least ||
    letters.length > 128 ||
    new Set(letters).size < 5 ||
    (login.length > 2 && bare(text) === bare(login)) ||
    common.some((word) => bare(text) === bare(word) || text.toLowerCase().split(word).join('').length < 4);
  return weak ? problem('account.weak-password', '/password', { limit: least }) : undefined;
};

const workers = gate(2, 64);

/** Hashes a password off the event loop; `undefined` when too many are waiting. */
export const hashPassword = async (password: string): Promise<string | undefined> => {
  const made = workers.run(() => hash(normal(password), cost));
  return made === false ? undefined : made;
};

/** Stands in for the password of a login nobody has, so that asking takes as long. */
const nobody = hash('nobody has this password', cost);

/** Checks a password off the event loop; `undefined` when too many are waiting. An unknown login costs the same time. */
export const checkPassword = async (stored: string | undefined, password: string): Promise<boolean | undefined> => {
  const against = stored ?? (await nobody);
  const checked = workers.run(() => verify(against, normal(password)));
  if (checked === false) return undefined;
  return (await checked) && stored !== undefined;
};

/** True when a stored password was hashed with other parameters than today's. */
export const isOutdated = (stored: string): boolean =>
  !stored.startsWith('$argon2id$') || !stored.includes(`m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}`);
