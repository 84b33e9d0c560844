import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { partTitle, type Part } from '../../../../shared/assessment/parts';
import { useFileCount, useFileName } from './files';
import { NodeView } from './NodeView';
import { sectionMark } from './marks';

/** One part of the form: its official heading and its table. */
export const PartView = memo(function PartView({ part }: { readonly part: Part }) {
  const { t } = useTranslation('editor');
  const { section, file } = part.section;
  const mark = part.item?.mark ?? sectionMark(section, part.item?.id);
  return (
    <section className="part" id={`part-${part.key}`} data-part={part.key} aria-label={partTitle(part)}>
      <div className="part-heading">
        <h2 id={`heading-${part.key}`}>
          {partTitle(part)}
          {mark ? <span className="mark"> ※</span> : null}
        </h2>
        {file ? <FileName id={file.entry.id} ordinal={file.ordinal} /> : null}
        {section.printedNote ? <span className="muted small">{section.printedNote}</span> : null}
      </div>
      {part.nodes.length === 0 ? (
        <ul className="sheet sheet-lines">
          {(section.entries ?? []).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : (
        <div className="sheet">
          {part.nodes.map((node) => (
            <NodeView key={node.key} node={node} level={0} alone={isAlone(part, node.key)} />
          ))}
        </div>
      )}
      {part.nodes.length === 0 ? <p className="muted label">{t('printedOnly')}</p> : null}
    </section>
  );
});

/** The only item of a part: its label is the heading of the part already. */
function isAlone(part: Part, key: string): boolean {
  return part.item !== undefined && part.key === key;
}

function FileName(props: { readonly id: string; readonly ordinal: number }) {
  const name = useFileName(props.id);
  const files = useFileCount();
  const { t } = useTranslation('editor');
  if (files < 2 && !name) return null;
  return (
    <span className="muted label">{name === '' ? t('files.number', { number: props.ordinal }) : name}</span>
  );
}
