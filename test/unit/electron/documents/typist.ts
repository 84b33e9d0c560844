import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { usualEdges } from '../../../../electron/documents/edges';
import { DocumentService } from '../../../../electron/documents/service';
import { inProcessStoreHost } from '../../../../electron/store/inProcess';
import { setEdit } from '../../../../shared/assessment/edit';

/*
 * A program that is to be killed: opens the document at TYPIST_PATH and types 1, 2, 3 … into the name of the 事務 without end. Each
 * number goes to stdout once the service has answered.
 */
const { TYPIST_PATH: path = '', TYPIST_ROOT: root = '' } = process.env;

const service = await DocumentService.start(
  {
    ...usualEdges,
    userData: join(root, 'userData'),
    workspace: () => root,
    agency: () => '',
    author: () => ({ name: '佐藤', department: '', pc: 'PC-01' }),
    program: 'test',
    newId: () => randomBytes(8).toString('hex'),
    opened: () => undefined,
    emitState: () => undefined,
  },
  await inProcessStoreHost(),
);
const view = await service.open(path);
const session = service.session(view.session);

for (;;) {
  const before = session.document.assessment.values['I.1.m1'];
  const next = String(Number(before ?? 0) + 1);
  await session.apply([{ edit: setEdit('I.1.m1', before, next) }]);
  process.stdout.write(`${next}\n`);
  await new Promise((resolve) => setTimeout(resolve, 8));
}
