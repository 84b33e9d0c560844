import { dirname, join } from 'node:path';
import type { StoredDocument } from '../../shared/assessment/document';
import type { Assessment } from '../../shared/assessment/types';
import { PRESENT_EDITION } from '../../shared/commands/compare';
import { Failure } from '../../shared/commands/failure';
import type { ComparisonVariant } from '../../shared/compare/print/variants';
import type { OutputFormat } from '../../shared/publish/formats';
import { fileName, safeName } from '../../shared/publish/fileNames';
import { currentAuthor, documents } from '../documents/module';
import { writeAtomically } from '../files/atomicWrite';
import { realMachine } from '../machine/real';
import { runForWindow } from '../jobs/running';
import { shellText } from '../locale';
import { printToPdf } from '../print/pdf';
import { isoOf } from '../publish/source';
import { readFolder, readSettings, writeFolder } from '../settings/store';
import type { ShellModule } from '../shell';
import { chooseTargetPath } from '../window/fileDialogs';

/** 見え消し, 新旧対照表 and 変更箇所だけ of two editions of an open document. */
export const compareModule: ShellModule = {
  name: 'compare',
  start(shell) {
    shell.handle({
      'compare.export': async ({ session, job, older, newer, variant, format, round }) => {
        const open = documents().session(session);
        const { path } = open;
        const { document } = open;
        const target = await chooseTarget(document, path, variant, format);
        if (target === undefined) return null;
        const [before, after] = [editionOf(document, older), editionOf(document, newer)];
        const made = await runForWindow(
          shell,
          job,
          'comparison',
          {
            before: before.assessment,
            after: after.assessment,
            sharedHistory: true,
            variant,
            format,
            decisions: round.decisions,
            drafts: round.drafts,
            rowOptions: {
              perItem: round.perItem,
              perEntry: round.perEntry,
              separator: readSettings().separator,
            },
            names: { before: before.name, after: after.name },
            author: currentAuthor().name,
            date: isoOf(Date.now()),
          },
          { attachment: (hash) => open.attachment(hash) },
        );
        const bytes =
          format === 'pdf'
            ? await printToPdf({ html: new TextDecoder().decode(made.bytes), header: made.title })
            : made.bytes;
        await writeAtomically(realMachine, target, bytes);
        writeFolder(dirname(target));
        return { path: target, leftOut: made.leftOut };
      },
    });
  },
};

interface Edition {
  readonly name: string;
  readonly assessment: Assessment;
}

function editionOf(document: Pick<StoredDocument, 'assessment' | 'revisions'>, id: string): Edition {
  const { language } = readSettings();
  if (id === PRESENT_EDITION)
    return { name: shellText(language, 'compare.now'), assessment: document.assessment };
  const revision = document.revisions.find((one) => one.id === id);
  if (!revision) throw new Failure('unknownPart');
  return revision;
}

async function chooseTarget(
  document: Pick<StoredDocument, 'assessment'>,
  path: string,
  variant: ComparisonVariant,
  format: OutputFormat,
): Promise<string | undefined> {
  const kind = shellText(readSettings().language, `compare.${variant}`);
  const name = safeName(`${fileName(document.assessment, 'clean')}_${kind}`);
  return chooseTargetPath({
    defaultPath: join(readFolder() ?? dirname(path), `${name}.${format}`),
    filters: [{ name: kind, extensions: [format] }],
  });
}
