import { memo, useEffect, useMemo, useRef, type FocusEvent } from 'react';
import type { Part } from '../../../../shared/assessment/parts';
import { setFocusedItem } from '../../../state/focus';
import type { SectionParts } from '../../../state/outline';
import { AttachmentsView } from './AttachmentsView';
import { PartView } from './PartView';
import { moveOnKey } from './reorder';
import { useMounted } from './mounting';
import { useReveal, watchParts } from './scrolling';

/** The whole form as one column; parts out of sight cost nothing until they are scrolled to. */
export const FormColumn = memo(function FormColumn(props: { readonly sections: readonly SectionParts[] }) {
  const { sections } = props;
  const parts = useMemo(() => sections.flatMap((section) => section.parts), [sections]);
  const column = useRef<HTMLDivElement>(null);
  const mounted = useMounted(parts);
  useReveal(parts, mounted.mount);
  useEffect(() => (column.current ? watchParts(column.current) : undefined), []);
  return (
    <div className="page form-column" ref={column} onFocusCapture={recordFocus} onKeyDown={moveOnKey}>
      {parts.map((part) => (
        <LazyPart key={part.key} part={part} here={mounted.isMounted(part.key)} />
      ))}
      <AttachmentsView />
    </div>
  );
});

/** A part, or the room that it will take. */
function LazyPart({ part, here }: { readonly part: Part; readonly here: boolean }) {
  if (here) return <PartView part={part} />;
  return <div className="part part-waiting" id={`part-${part.key}`} data-part={part.key} />;
}

function recordFocus(event: FocusEvent): void {
  const row = event.target.closest<HTMLElement>('[data-path]');
  if (row?.dataset.path) setFocusedItem(row.dataset.path);
}
