import { sqlite } from '../database/format';
import { starterPort } from '../jobs/port';
import { watchThisProcess } from '../jobs/watch';
import { realFileSystem } from '../machine/realFileSystem';
import { limitsFor, watchDocuments } from './limits';
import { localStoreHost } from './localStore';
import type { FromStore, ToStore } from './messages';
import { serveStore } from './serve';
import { wholeCodec } from './wholeCodec';

/* Keeps the database of one document, under limits of time and memory. */

const [watch, sql] = await Promise.all([watchThisProcess(limitsFor(0)), sqlite()]);
const host = localStoreHost(realFileSystem, wholeCodec(sql));
serveStore(starterPort<ToStore, FromStore>(), host, watchDocuments(watch, realFileSystem));
