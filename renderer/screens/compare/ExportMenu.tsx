import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { COMPARISON_VARIANTS, type ComparisonVariant } from '../../../shared/compare/print/variants';
import { Button } from '../../components/Button';
import { Menu, type MenuEntry } from '../../components/Menu';
import { ProgressBar } from '../../components/ProgressBar';
import { shell } from '../../shell';
import { valueOrReport } from '../../state/shellResult';
import { allEditsSent, useDocument } from '../../state/document';
import { newId } from '../../state/newId';
import { showToast } from '../../state/toasts';
import { useOldRevision, useRound } from './round';
import { useCompare } from './state';
import type { Compared } from './useComparison';

const FORMATS = ['docx', 'pdf'] as const;

/** What is being made: the job, and what it is called in the menu. */
interface Working {
  readonly job: string;
  readonly name: string;
}

/** 見え消し, 新旧対照表 and 変更箇所だけ, as Word or PDF. While a file is made the menu gives way to its progress. */
export function ExportMenu({ compared }: { readonly compared: Compared }) {
  const { t } = useTranslation('compare');
  const [working, setWorking] = useState<Working>();
  const write = useWriting(compared);
  const entries: readonly MenuEntry[] = COMPARISON_VARIANTS.flatMap((variant, at) => [
    ...(at > 0 ? [{ kind: 'line' as const, id: `line-${variant}` }] : []),
    ...FORMATS.map((format): MenuEntry => ({
      kind: 'act',
      id: `${variant}-${format}`,
      label: t(`export.${variant}.${format}`),
      onAct: () => {
        const name = t(`export.${variant}.${format}`).replace('…', '');
        const job = newId();
        setWorking({ job, name });
        void write(job, variant, format).finally(() => setWorking(undefined));
      },
    })),
  ]);
  if (!working) return <Menu face={<>{t('export.label')} ▾</>} entries={entries} />;
  return (
    <span className="line-up" role="status">
      <ProgressBar label={t('export.working', { name: working.name })} />
      <Button onPress={() => void shell.commands['jobs.cancel']({ job: working.job })}>
        {t('export.cancel')}
      </Button>
    </span>
  );
}

/** Makes one file of the comparison that is shown, and says where it is. */
function useWriting(
  compared: Compared,
): (job: string, variant: ComparisonVariant, format: (typeof FORMATS)[number]) => Promise<void> {
  const { t } = useTranslation(['compare', 'preview']);
  const older = useOldRevision();
  const newer = useCompare((state) => state.newer);
  const round = useRound();
  return async (job, variant, format) => {
    const session = useDocument.getState().view?.session;
    if (!session || !older) return;
    await allEditsSent();
    const decided = { ...round, decisions: compared.decisions };
    const order = { session, job, older, newer, variant, format, round: decided };
    const written = await valueOrReport(shell.commands['compare.export'](order));
    if (!written) return;
    const { path, leftOut } = written;
    const action = {
      label: t('export.show'),
      run: () => void valueOrReport(shell.commands['publish.showFile']({ path })),
    };
    showToast(t('export.written', { path }), { tone: 'good', action });
    if (leftOut.length > 0)
      showToast(t('preview:leftOut', { count: leftOut.length, names: leftOut.join('、') }), {
        tone: 'error',
      });
  };
}
