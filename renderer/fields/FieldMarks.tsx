import { useState, type ReactNode } from 'react';
import type { Path } from '../../shared/assessment/path';
import { useChecks } from '../state/checks';
import { useOverview } from '../state/findings';
import { marksOf, type Mark } from './marks';

/**
 * Underlines in a field the words that findings are about: a layer of the same text over it, which is there only while the text
 * is the one that was checked. The field itself is never touched, so that typing and input methods stay as they are.
 */
export function FieldMarks(props: {
  readonly path: Path;
  readonly text: string;
  readonly children: ReactNode;
}) {
  // The text of a composition is in the field only.
  const [isComposing, setComposing] = useState(false);
  return (
    <div
      className="marked-field"
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
    >
      {props.children}
      {isComposing ? null : <Layer path={props.path} text={props.text} />}
    </div>
  );
}

function Layer({ path, text }: { readonly path: Path; readonly text: string }) {
  const findings = useOverview((state) => state.byPath.get(path));
  const checked = useChecks((state) => state.report?.subject.assessment.values[path]);
  if (!findings || checked !== text) return null;
  const marks = marksOf(findings, text.length);
  if (marks.length === 0) return null;
  return (
    <div className="field-marks" aria-hidden="true">
      {pieces(text, marks)}
    </div>
  );
}

function pieces(text: string, marks: readonly Mark[]): ReactNode[] {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { from, to, severity } of marks) {
    parts.push(text.slice(at, from));
    parts.push(
      <mark key={from} className={`mark-${severity}`}>
        {text.slice(from, to)}
      </mark>,
    );
    at = to;
  }
  // The last line break takes a line in the field.
  return [...parts, text.slice(at), text.endsWith('\n') ? ' ' : ''];
}
