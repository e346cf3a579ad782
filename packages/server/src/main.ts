import { jsonLog } from './adapters/log.ts';
import { serve } from './app/serve.ts';
import { CannotStart, readSettings, terminalLanguage } from './settings.ts';

const language = terminalLanguage(process.env);
const log = jsonLog();

const fail = (error: unknown): void => {
  if (error instanceof CannotStart) process.stderr.write(`${error[language]}\n`);
  else log.error('the server could not start', { error });
  process.exitCode = 1;
};

try {
  process.umask(0o077);
  const running = await serve(readSettings(process.env), { log });
  const words = {
    zh: { at: '绣花已启动', code: '一次性初始化口令（一小时内有效）' },
    en: { at: 'Xiuhua is running at', code: 'One-time set-up code (good for an hour)' },
  }[language];
  process.stdout.write(`${words.at} ${running.address}\n`);
  if (running.setupCode) process.stdout.write(`${words.code}: ${running.setupCode}\n`);
  const stop = (): void => void running.close().then(() => process.exit(0), fail);
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
} catch (error) {
  fail(error);
}

process.on('unhandledRejection', (error) => {
  log.error('a promise was rejected and nobody listened', { error });
  process.exit(1);
});
