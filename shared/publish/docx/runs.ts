import type { Run } from '../model/types';
import { element, escapeXml } from '../xml';
import type { Writing } from './writing';
import { val } from './words';

const STYLES = { withheld: 'Withheld', review: 'Review', differs: 'Differs' } as const;

/** Runs of a paragraph, with tracked changes and the ranges of comments. */
export function runsXml(writing: Writing, runs: readonly Run[]): string {
  return runs.map((run) => commented(run, marked(writing, run))).join('');
}

function marked(writing: Writing, run: Run): string {
  if (run.text === '') return '';
  switch (run.mark) {
    case 'inserted':
      return element('w:ins', writing.revision(), runXml(run.text, 'w:t'));
    case 'deleted':
      return element('w:del', writing.revision(), runXml(run.text, 'w:delText'));
    case 'withheld':
    case 'review':
    case 'differs':
      return runXml(run.text, 'w:t', val('w:rStyle', STYLES[run.mark]));
    default:
      return runXml(run.text, 'w:t');
  }
}

function runXml(text: string, name: 'w:t' | 'w:delText', properties = ''): string {
  const content = text
    .split('\t')
    .map((piece) => (piece === '' ? '' : `<${name} xml:space="preserve">${escapeXml(piece)}</${name}>`))
    .join('<w:tab/>');
  return `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}${content}</w:r>`;
}

function commented(run: Run, xml: string): string {
  const ids = run.comments ?? [];
  const start = ids.map((id) => element('w:commentRangeStart', { 'w:id': id })).join('');
  const end = ids.map((id) => element('w:commentRangeEnd', { 'w:id': id }) + reference(id)).join('');
  return start + xml + end;
}

function reference(id: number): string {
  return `<w:r><w:rPr>${val('w:rStyle', 'CommentReference')}</w:rPr>${element('w:commentReference', { 'w:id': id })}</w:r>`;
}

/** A stop that the next part of a line begins at. */
export const TAB_RUN = '<w:r><w:tab/></w:r>';
