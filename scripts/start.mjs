/*
 * `npm start`: from a fresh clone with nothing but Node to a running demo county, or with XIUHUA_DATA to a real server.
 * Here only the age of Node is looked at; open.mjs, which an old Node could not even read, does the rest.
 */
import { tooOld } from './node.mjs';

if (tooOld()) process.exitCode = 1;
else import('./open.mjs');
