import { sqlCodec, sqlite } from '../database/format';
import { starterPort } from '../processes/port';
import { realFileSystem } from '../machine/realFileSystem';
import { localFileTasks } from './localFileTasks';
import { watchDocuments } from './limits';
import { localStoreHost } from './localStore';
import type { FromStore, ToStore } from './messages';
import { serveStore } from './serve';
import { warmUp } from './warmUp';

/* Keeps the database of one document, or works on a file that stays closed, under limits of time and memory. */

const [expect, sql] = await Promise.all([watchDocuments(realFileSystem), sqlite()]);
const codec = sqlCodec(sql);
const host = localStoreHost(realFileSystem, codec);
const tasks = localFileTasks(realFileSystem, codec);
serveStore(starterPort<ToStore, FromStore>(), { host, tasks }, expect, () => warmUp(codec));
