import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { HyokaApi } from '../shared/commands/api';
import type { Commands } from '../shared/commands/contract';
import { eventChannelOf, eventNames } from '../shared/commands/events';
import { channelOf, commandNames } from '../shared/commands/names';

const commands = Object.fromEntries(
  commandNames.map((name) => [name, (input?: unknown) => ipcRenderer.invoke(channelOf(name), input)]),
) as unknown as Commands;

const known: ReadonlySet<string> = new Set(eventNames);

const api: HyokaApi = {
  commands,
  on(name, listener) {
    if (!known.has(name)) return () => undefined;
    const receive = (_event: unknown, payload: Parameters<typeof listener>[0]) => listener(payload);
    ipcRenderer.on(eventChannelOf(name), receive);
    return () => void ipcRenderer.off(eventChannelOf(name), receive);
  },
  pathOfFile: (file) => (file instanceof File ? webUtils.getPathForFile(file) : ''),
};

contextBridge.exposeInMainWorld('hyoka', api);
