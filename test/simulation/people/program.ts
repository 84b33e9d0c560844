import { DocumentService } from '../../../electron/documents/service';
import { SAVE_TIMING } from '../../../electron/documents/saver';
import type { Codec } from '../../../electron/database/contract';
import { localStoreHost } from '../../../electron/store/localStore';
import type { SaveState } from '../../../shared/commands/documents';
import { machineOf } from '../world/machine';
import type { CallWorld } from '../world/calls';
import type { Process } from '../world/pc';
import type { FragileStores } from './fragileStore';

export interface ProgramSettings {
  readonly home: string;
  readonly person: string;
  readonly rebaseAt: number;
  readonly codec: Codec;
  readonly stores: FragileStores;
  readonly emit: (session: string, state: SaveState) => void;
}

/** Starts the program under test in a process of the simulated PC. */
export function startProgram(
  world: CallWorld,
  process: Process,
  settings: ProgramSettings,
): Promise<DocumentService> {
  const { home, person, rebaseAt, codec, stores, emit } = settings;
  const machine = machineOf(world, process);
  const edges = {
    userData: `${home}/data`,
    workspace: () => `${home}/documents`,
    author: () => ({ name: person, department: '', pc: process.pc.settings.name }),
    agency: () => '',
    program: 'simulated',
    newId: () => process.random.hex(8),
    machine,
    opened: () => undefined,
    emitState: emit,
    timing: SAVE_TIMING,
    rebaseAt,
  };
  return DocumentService.start(edges, stores.around(localStoreHost(machine.files, codec)));
}
