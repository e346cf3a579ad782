/* The built server, whose messages go to a peer on this machine and whose clock runs on from a given moment. */
import { jsonLog } from '../../../dist/adapters/log.js';
import { serve } from '../../../dist/app/serve.js';
import { readSettings } from '../../../dist/settings.js';

const { SENDING_PEER: address, SENDING_NOW: now } = process.env;
const ahead = Date.parse(now) - Date.now();
const clock = { now: () => new Date(Date.now() + ahead).toISOString() };
const settings = { ...readSettings(process.env), webhookPeer: { address, timeout: 5000, every: 100 } };
const running = await serve(settings, { clock, log: jsonLog() });
process.stdout.write(`${running.address}\n`);
process.once('SIGTERM', () => void running.close().then(() => process.exit(0)));
