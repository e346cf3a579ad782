import { closeSync, fsyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart } from '../settings.ts';

/** When a process started, in the kernel's ticks, so that a reused number is not taken for the old process; '' when unknown. */
const startOf = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19] ?? '';
  } catch {
    return '';
  }
};

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** The process that holds the lock, or 0 when it is gone (or the lock is unreadable, half-written by a crash). */
const holder = (path: string): number => {
  try {
    const [pid, start] = readFileSync(path, 'utf8').split(' ');
    const number = Number(pid);
    if (!Number.isInteger(number) || number <= 0 || !alive(number)) return 0;
    return start === startOf(number) ? number : 0;
  } catch {
    return 0;
  }
};

const take = (path: string): boolean => {
  try {
    const file = openSync(path, 'wx', 0o600);
    writeSync(file, `${process.pid} ${startOf(process.pid)}`);
    fsyncSync(file);
    closeSync(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
};

/**
 * Takes the data folder for this process; the answer gives it back. One process writes to an embedded store. A lock
 * left by a process that was killed is taken over. Throws `CannotStart` while its holder lives, this process included.
 */
export const lockFolder = (folder: string): (() => void) => {
  const path = join(folder, 'lock');
  for (let tries = 0; tries < 3; tries++) {
    if (take(path)) return () => rmSync(path, { force: true });
    const pid = holder(path);
    if (pid) {
      throw new CannotStart(
        `数据目录 ${folder} 正被另一个绣花进程使用（进程号 ${pid}）。请先停掉它，或用 XIUHUA_DATA 指定别的目录。`,
        `The data folder ${folder} is in use by another Xiuhua process (${pid}). Stop it first, or set XIUHUA_DATA to another folder.`,
      );
    }
    rmSync(path, { force: true });
  }
  throw new CannotStart(`无法锁定数据目录 ${folder}。`, `The data folder ${folder} cannot be locked.`);
};
