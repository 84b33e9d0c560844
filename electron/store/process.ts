import { sqlCodec, sqlite } from '../database/format';
import { starterPort } from '../jobs/port';
import { realFileSystem } from '../machine/realFileSystem';
import { watchDocuments } from './limits';
import { localStoreHost } from './localStore';
import type { FromStore, ToStore } from './messages';
import { serveStore } from './serve';

/* Keeps the database of one document, under limits of time and memory. */

const [expect, sql] = await Promise.all([watchDocuments(realFileSystem), sqlite()]);
serveStore(starterPort<ToStore, FromStore>(), localStoreHost(realFileSystem, sqlCodec(sql)), expect);
