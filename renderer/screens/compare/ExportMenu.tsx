import { useTranslation } from 'react-i18next';
import { COMPARISON_VARIANTS, type ComparisonVariant } from '../../../shared/compare/print/variants';
import { Menu, type MenuEntry } from '../../components/Menu';
import { shell } from '../../shell';
import { ask } from '../../state/ask';
import { handedOver, useDocument } from '../../state/document';
import { newId } from '../../state/newId';
import { say } from '../../state/toasts';
import { useCompare } from './state';
import { useOldRevision, useRound } from './round';
import type { Compared } from './useComparison';

const FORMATS = ['docx', 'pdf'] as const;

/** 見え消し, 新旧対照表 and 変更箇所だけ, as Word or PDF. */
export function ExportMenu({ compared }: { readonly compared: Compared }) {
  const { t } = useTranslation('compare');
  const old = useOldRevision();
  const young = useCompare((state) => state.young);
  const round = useRound();
  const write = async (variant: ComparisonVariant, format: (typeof FORMATS)[number]) => {
    const session = useDocument.getState().view?.session;
    if (!session || !old) return;
    await handedOver();
    const decided = { ...round, decisions: compared.decisions };
    const order = { session, job: newId(), old, young, variant, format, round: decided };
    const path = await ask(shell.commands['compare.export'](order));
    if (path) say(t('export.written', { path }), { tone: 'good' });
  };
  const entries: readonly MenuEntry[] = COMPARISON_VARIANTS.flatMap((variant, at) => [
    ...(at > 0 ? [{ kind: 'line' as const, id: `line-${variant}` }] : []),
    ...FORMATS.map((format): MenuEntry => ({
      kind: 'act',
      id: `${variant}-${format}`,
      label: t(`export.${variant}.${format}`),
      onAct: () => void write(variant, format),
    })),
  ]);
  return <Menu face={<>{t('export.label')} ▾</>} entries={entries} />;
}
