import type { PublishReport } from '../../../shared/commands/publish';
import type { CsvEncoding, OutputFormat, Variant } from '../../../shared/publish/formats';
import { shell } from '../../shell';
import { ask } from '../../state/ask';
import { handedOver, useDocument } from '../../state/document';
import { newId } from '../../state/newId';

/** What a person chose in the dialog. */
export interface Order {
  readonly variant: Variant;
  readonly formats: readonly OutputFormat[];
  /** Of the CSV. */
  readonly encoding: CsvEncoding;
  readonly folder: string;
  readonly name: string;
  /** Keys of the parts to write; all where absent. */
  readonly sections?: readonly string[] | undefined;
}

/** Folder and name that the office's pattern proposes. */
export async function proposed(
  variant: Variant,
): Promise<{ readonly folder: string; readonly name: string } | undefined> {
  const session = useDocument.getState().view?.session;
  if (!session) return undefined;
  await handedOver();
  return ask(shell.commands['publish.plan']({ session, variant }));
}

/** Names of the files that are there already. */
export async function presentFiles({ folder, name, formats }: Order): Promise<readonly string[]> {
  const wanted = { folder, names: [{ name }], formats: [...formats] };
  return (await ask(shell.commands['publish.present'](wanted))) ?? [];
}

export async function writeOrder(order: Order, overwrite: boolean): Promise<PublishReport | undefined> {
  const session = useDocument.getState().view?.session;
  if (!session) return undefined;
  const { formats, sections, ...rest } = order;
  return ask(
    shell.commands['publish.write']({
      session,
      job: newId(),
      ...rest,
      ...(sections ? { sections: [...sections] } : {}),
      formats: [...formats],
      overwrite,
    }),
  );
}

export async function chooseFolder(folder: string): Promise<string | undefined> {
  return (await ask(shell.commands['publish.chooseFolder']({ folder }))) ?? undefined;
}

export function showInFolder(path: string): void {
  void ask(shell.commands['publish.showFile']({ path }));
}
