import { create } from 'zustand';
import type { OfficeLedger, OfficeRow } from '../../shared/commands/office';
import { shell } from '../shell';
import { newId } from './newId';
import { showOpenedDocument } from './opening';

interface OfficeState {
  readonly ledger?: OfficeLedger;
  /** Path of the file that a new document is being made from. */
  readonly making?: string | undefined;
}

export const useOffice = create<OfficeState>(() => ({}));

/** Reads the 台帳 from the index of the shell, which goes on filling it. */
export async function loadLedger(): Promise<void> {
  const answer = await shell.commands['office.ledger']();
  if (answer.ok) useOffice.setState({ ledger: answer.value });
}

/** The shell looks at the folder as long as a window asks for the 台帳 again and again (ms). */
const ASKING = 20_000;

/** Keeps the 台帳 up to date until the function that is returned is called. */
export function watchLedger(): () => void {
  void loadLedger();
  const stop = shell.on('office.changed', () => void loadLedger());
  const timer = setInterval(() => void loadLedger(), ASKING);
  return () => {
    stop();
    clearInterval(timer);
  };
}

/** 今年度版を作る, or 様式２ of the pair: a new document, shown in the editor. */
export async function makeFrom(kind: 'renew' | 'pair', { path }: OfficeRow): Promise<void> {
  useOffice.setState({ making: path });
  const made =
    kind === 'renew'
      ? shell.commands['office.renew']({ job: newId(), path })
      : shell.commands['office.pair']({ path });
  await showOpenedDocument(made).finally(() => useOffice.setState({ making: undefined }));
}
