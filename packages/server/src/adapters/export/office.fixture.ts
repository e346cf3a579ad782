import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const answers = (program: string): boolean => {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** LibreOffice, where this machine has it. */
export const office = ['soffice', 'libreoffice'].find(answers);

/** A file as LibreOffice prints it: the bytes of a PDF. */
export const printed = async (name: string, bytes: Buffer): Promise<Buffer> => {
  const folder = await mkdtemp(join(tmpdir(), 'xiuhua-office-'));
  try {
    await writeFile(join(folder, name), bytes);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    await run(office ?? '', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, name)], { timeout: 90_000 });
    return await readFile(join(folder, name.replace(/\.\w+$/, '.pdf')));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** Pages of a PDF that LibreOffice wrote. */
export const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
