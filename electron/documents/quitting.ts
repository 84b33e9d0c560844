import type { DocumentService } from './service';
import type { DocumentSession } from './session';

/** What a person decides about text that is on no disk. */
export type LossDecision = (session: DocumentSession) => Promise<'saveElsewhere' | 'discard' | 'stay'>;

/** Asks for the name of a file; undefined: cancelled. */
export type AskForFile = (session: DocumentSession) => Promise<string | undefined>;

/** Closes all documents before the program ends. Answers false where the person would rather stay than lose text. */
export async function closeAsking(
  service: DocumentService,
  decide: LossDecision,
  askForFile: AskForFile,
): Promise<boolean> {
  for (;;) {
    const [session] = await service.closeAll();
    if (!session) return true;
    const decision = await decide(session);
    if (decision === 'stay') return false;
    if (decision === 'discard') await service.close(session.id, { discard: true });
    else await saveElsewhere(service, session, askForFile);
  }
}

/** Where that fails as well, the question is asked again. */
async function saveElsewhere(
  service: DocumentService,
  session: DocumentSession,
  askForFile: AskForFile,
): Promise<void> {
  const path = await askForFile(session);
  if (path !== undefined) await service.saveAs(session.id, path).catch(() => undefined);
}
