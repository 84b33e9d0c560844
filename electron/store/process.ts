import { sqlCodec, sqlite } from '../database/format';
import { starterPort } from '../jobs/port';
import { realFileSystem } from '../machine/realFileSystem';
import { watchDocuments } from './limits';
import { localStoreHost } from './localStore';
import type { FromStore, ToStore } from './messages';
import { serveStore } from './serve';
import { warmUp } from './warmUp';

/* Keeps the database of one document, under limits of time and memory. */

const [expect, sql] = await Promise.all([watchDocuments(realFileSystem), sqlite()]);
const codec = sqlCodec(sql);
const host = localStoreHost(realFileSystem, codec);
serveStore(starterPort<ToStore, FromStore>(), host, expect, () => warmUp(codec));
