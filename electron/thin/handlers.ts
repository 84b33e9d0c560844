import { dirname, join } from 'node:path';
import { Failure } from '../../shared/commands/failure';
import type { Handlers } from '../commands/handlers';
import type { DocumentEdges } from '../documents/edges';
import type { DocumentService } from '../documents/service';
import { EXTENSION, titleOf } from '../files/names';
import type { FileTasks } from '../store/fileTasks';

export interface ThinParts {
  readonly service: Pick<DocumentService, 'createAs' | 'session'>;
  readonly tasks: Pick<FileTasks, 'previewThin' | 'thin'>;
  readonly dependencies: Pick<DocumentEdges, 'machine'>;
  /** Asks for the name of a file; undefined: cancelled. */
  readonly chooseNew: (suggested: string) => Promise<string | undefined>;
}

/** Documents with less history, as other files. */
export function thinHandlers({ service, tasks, dependencies, chooseNew }: ThinParts): Handlers {
  const now = () => dependencies.machine.clock.now();
  return {
    'thin.preview': async ({ session }) =>
      tasks.previewThin({ path: await savedFile(service, session), now: now() }),
    'thin.write': async ({ session, path: chosen }) => {
      const path = await savedFile(service, session);
      const target =
        chosen ?? (await chooseNew(join(dirname(path), `${titleOf(path)}${THINNED}${EXTENSION}`)));
      if (target === undefined) return null;
      return service.createAs(target, (temporary, stamp) =>
        tasks.thin({ path, target: temporary, stamp, now: now() }),
      );
    },
  };
}

/** Part of a file name, the same in all languages. */
const THINNED = '（履歴整理）';

/** The file of an open document, with everything that was typed. Throws a `Failure` where it cannot be saved. */
async function savedFile(service: ThinParts['service'], id: string): Promise<string> {
  const session = service.session(id);
  const state = session.file ? await session.save() : session.view.state;
  if (state.kind === 'kept' || state.kind === 'unkept')
    throw new Failure(state.error.code, state.error.params);
  return session.path;
}
