import { memo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ATTACHMENTS } from '../../../../shared/assessment/path';
import { shortHeading } from '../../../../shared/assessment/parts';
import { sectionLabel } from '../../../../shared/forms/label';
import { useDocument } from '../../../state/document';
import { useFocus } from '../../../state/focus';
import type { SectionParts } from '../../../state/outline';
import { useFileCount, useFileName } from '../form/files';
import { showSideTab } from '../../../state/sidePanel';
import { EntryLinks } from './EntryLinks';
import { FilesMenu } from './FilesMenu';
import { TreeCounts } from './TreeCounts';
import { TreeDot } from './TreeDot';
import { TreeLink } from './TreeLink';

/** Where am I: the sections and parts of the form, how far each is filled, and what was found in it. */
export const Tree = memo(function Tree({ sections }: { readonly sections: readonly SectionParts[] }) {
  const { t } = useTranslation('editor');
  const part = useFocus((state) => state.part);
  const leftover = useDocument(
    ({ view }) => view?.leftover.filter(({ state }) => state === 'open').length ?? 0,
  );
  return (
    <div className="tree" onKeyDown={onArrow}>
      {sections
        .filter((section) => section.section.children.length > 0)
        .map((section) => (
          <SectionLinks key={section.section.key} section={section} current={part} />
        ))}
      <TreeLink
        label={t('attachments.title')}
        level={0}
        target={ATTACHMENTS}
        current={part === ATTACHMENTS}
        before={<TreeDot target={ATTACHMENTS} />}
      />
      <div className="tree-foot">
        <FilesMenu />
        <TreeLink
          label={t('leftover.title')}
          level={0}
          current={false}
          onPress={() => showSideTab('leftover')}
          after={leftover > 0 ? <TreeCounts open={leftover} /> : null}
        />
      </div>
    </div>
  );
});

function SectionLinks({
  section,
  current,
}: {
  readonly section: SectionParts;
  readonly current: string | undefined;
}) {
  const { t } = useTranslation('editor');
  const inside = section.parts.some((part) => part.key === current);
  const [chosen, setChosen] = useState<boolean>();
  const label = sectionLabel(section.section.section).replace('特定個人情報ファイル', 'ファイル');
  const file = useFileDetail(section);
  const hasParts = section.parts.length > 1;
  const open = hasParts && (chosen ?? inside);
  return (
    <>
      <TreeLink
        label={label}
        detail={file}
        level={0}
        target={section.parts[0]?.key ?? section.section.key}
        current={inside && !open}
        before={<TreeDot target={section.section.key} />}
        after={open ? null : <TreeCounts target={section.section.key} />}
        {...(hasParts
          ? {
              open,
              toggleLabel: t(open ? 'tree.close' : 'tree.open', { name: file ? `${label} ${file}` : label }),
              onToggle: () => setChosen(!open),
            }
          : {})}
      />
      {open
        ? section.parts.map((part) => (
            <div key={part.key}>
              <TreeLink
                label={part.item ? shortHeading(part.item) : sectionLabel(section.section.section)}
                level={1}
                target={part.key}
                current={part.key === current}
                after={<TreeCounts target={part.key} />}
              />
              {part.key === current ? <EntryLinks nodes={part.nodes} /> : null}
            </div>
          ))
        : null}
    </>
  );
}

/** The name of the 特定個人情報ファイル that a section is about; of several without a name, its number. */
function useFileDetail({ section: { file } }: SectionParts): string | undefined {
  const { t } = useTranslation('editor');
  const name = useFileName(file?.entry.id ?? '');
  const several = useFileCount() > 1;
  if (!file) return undefined;
  return name || (several ? t('files.number', { number: file.ordinal }) : undefined);
}

/** Arrow keys go through the visible links, as in a tree. */
function onArrow(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || event.altKey || !(event.target instanceof HTMLElement)) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('.tree-link')];
  const at = links.indexOf(event.target);
  const next = links[at + step];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
}
