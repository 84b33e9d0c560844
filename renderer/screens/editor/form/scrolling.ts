import { useEffect } from 'react';
import { flushSync } from 'react-dom';
import type { Part } from '../../../../shared/assessment/parts';
import { useFocus, type RevealRequest } from '../../../state/focus';
import { markHit } from '../../../state/searchMark';
import { useSidePanel } from '../../../state/sidePanel';
import { scrollToLine } from './scrollToLine';
import { partOf } from './partOf';

/** Goes wherever the tree, a finding, a search or an undo asks: draws the part, scrolls, gives the focus. */
export function useReveal(parts: readonly Part[], mount: (part: string) => void): void {
  const wanted = useFocus((state) => state.request);
  useEffect(() => {
    const isNew = wanted !== undefined && wanted !== handledRequest;
    handledRequest = wanted;
    const frame = requestAnimationFrame(() => {
      if (isNew) handleRequest(wanted, parts, mount);
      else if (document.activeElement === document.body) restorePosition(parts, mount);
    });
    return () => cancelAnimationFrame(frame);
    // Only a new wish moves the page; a form that changed its shape does not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [wanted]);
}

/** What was asked for last, and gone to. */
let handledRequest: RevealRequest | undefined;

function handleRequest(wanted: RevealRequest, parts: readonly Part[], mount: (part: string) => void): void {
  const part = partOf(parts, wanted.key);
  if (part === undefined) return;
  mount(part);
  reveal(wanted, part);
}

/** The form is shown again: focuses the item that had the focus last, else the first one. */
function restorePosition(parts: readonly Part[], mount: (part: string) => void): void {
  const { path } = useFocus.getState();
  if (path !== undefined) handleRequest({ key: path, count: 0 }, parts, mount);
  if (document.activeElement !== document.body) return;
  document.querySelector<HTMLElement>('.form-column :is(textarea, input)')?.focus({ preventScroll: true });
}

function reveal({ key, select, keepsFocus: stay }: RevealRequest, part: string): void {
  // A drawer lies over the form and keeps the focus.
  if (useSidePanel.getState().drawer && !stay) flushSync(() => useSidePanel.setState({ drawer: false }));
  const whole = document.getElementById(`part-${key}`);
  const item = whole ?? document.getElementById(`item-${key}`);
  const target = item ?? document.getElementById(`part-${part}`);
  if (!target) return;
  useFocus.setState({ part });
  const control =
    target.querySelector<HTMLElement>('textarea, input') ??
    target.querySelector<HTMLElement>('[tabindex="0"], button');
  const bring = () => {
    target.scrollIntoView({ block: item === whole || isEntry(key) ? 'start' : 'center' });
    if (select && control instanceof HTMLTextAreaElement) scrollToLine(control, select.from);
  };
  bring();
  // Parts above get their true height only when they are rendered: the position is checked again.
  requestAnimationFrame(bring);
  if (stay) markHit(target, control);
  else control?.focus({ preventScroll: true });
  if (select && control instanceof HTMLTextAreaElement) control.setSelectionRange(select.from, select.to);
}

function isEntry(key: string): boolean {
  return key.endsWith(']');
}

/** Records which part has the focus or is at the top of the column, for the tree. */
export function watchParts(column: HTMLElement): () => void {
  const scroller = column.parentElement;
  if (!scroller) return () => undefined;
  let frame = 0;
  const look = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => recordTopPart(column, scroller));
  };
  look();
  scroller.addEventListener('scroll', look, { passive: true });
  return () => scroller.removeEventListener('scroll', look);
}

/** Below the top edge by this much (px) a part counts as the one that is read. */
const READING_LINE = 80;

function recordTopPart(column: HTMLElement, scroller: HTMLElement): void {
  const part = (focusedPart(column, scroller) ?? topPart(column, scroller))?.dataset.part;
  if (part && useFocus.getState().part !== part) useFocus.setState({ part });
}

/** The part that is written in, while that is in sight: the last parts are too short to reach the top. */
function focusedPart(column: HTMLElement, scroller: HTMLElement): HTMLElement | null {
  const here = document.activeElement;
  if (!here || !column.contains(here)) return null;
  const [place, sight] = [here.getBoundingClientRect(), scroller.getBoundingClientRect()];
  const inSight = place.bottom > sight.top && place.top < sight.bottom;
  return inSight ? here.closest<HTMLElement>('[data-part]') : null;
}

function topPart(column: HTMLElement, scroller: HTMLElement): HTMLElement | undefined {
  const line = scroller.getBoundingClientRect().top + READING_LINE;
  const parts = [...column.querySelectorAll<HTMLElement>('[data-part]')];
  return parts.findLast((part) => part.getBoundingClientRect().top <= line) ?? parts[0];
}
