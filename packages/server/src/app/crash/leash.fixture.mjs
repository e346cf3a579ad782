/* Loaded before a server that a test starts: when the test is gone, its end of stdin is closed, and the server ends at once. */
import { isMainThread } from 'node:worker_threads';

if (isMainThread) {
  process.stdin.once('close', () => process.kill(process.pid, 'SIGKILL'));
  process.stdin.on('error', () => undefined);
  process.stdin.resume();
  process.stdin.unref();
}
