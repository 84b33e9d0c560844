import { contextBridge } from 'electron';

contextBridge.exposeInMainWorld('hyoka', {});
