import { basename } from 'node:path';
import type { Comment } from '../../shared/assessment/document';
import type { DocumentNotice, DocumentView } from '../../shared/commands/documents';
import type { DamageReport } from '../../shared/commands/rescue';
import type { Handlers } from '../commands/handlers';
import type { DocumentEdges } from '../documents/edges';
import type { DocumentService } from '../documents/service';
import type { Language } from '../locale';
import type { FileTasks } from '../store/fileTasks';
import { rescueNote, rescueSummary } from './summary';

export interface RescueParts {
  readonly service: Pick<DocumentService, 'createBeside'>;
  readonly tasks: Pick<FileTasks, 'inspect' | 'rescue'>;
  readonly dependencies: Pick<DocumentEdges, 'newId' | 'machine' | 'author'>;
  readonly language: () => Language;
}

/** Damaged files: what is whole in them, as a report or as a new document. */
export function rescueHandlers(parts: RescueParts): Handlers {
  return {
    'rescue.inspect': ({ path }) => parts.tasks.inspect({ path }),
    'rescue.write': ({ path }) => rescue(parts, path),
  };
}

/** Part of a file name, the same in all languages. */
const RESCUED = '（復旧）';

async function rescue(parts: RescueParts, path: string): Promise<DocumentView> {
  const report = await parts.tasks.inspect({ path });
  const note = noteOf(parts, path, report);
  const view = await parts.service.createBeside(path, RESCUED, (target, stamp) =>
    parts.tasks.rescue({ path, target, stamp, note }),
  );
  return { ...view, notices: [...view.notices, noticeOf(path, view.name, report)] };
}

function noteOf({ dependencies, language }: RescueParts, path: string, report: DamageReport): Comment {
  const text = rescueNote(basename(path), rescueSummary(report, language()), language());
  return {
    id: dependencies.newId(),
    text,
    at: dependencies.machine.clock.now(),
    author: dependencies.author(),
  };
}

function noticeOf(path: string, made: string, { isComplete }: DamageReport): DocumentNotice {
  return { code: isComplete ? 'rescued' : 'rescuedPart', params: { name: basename(path), made } };
}
