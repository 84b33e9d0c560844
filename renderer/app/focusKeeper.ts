/** One element around the focus, with the child that led to it and the place of that child among its siblings. */
interface Step {
  readonly parent: Element;
  readonly child: Element;
  readonly at: number;
}

/** Where the focus was: the element, and its surroundings from the inside out. */
interface Trail {
  readonly element: HTMLElement;
  readonly steps: readonly Step[];
  /** The dialog, drawer, menu or message that it lay in; null on the screen itself. */
  readonly layer: Element | null;
}

const LAYERS = '.overlay, .drawer-overlay, .popover, .toasts';
const CONTROLS =
  'a[href], button, input:not([type="hidden"]), select, textarea, [tabindex]:not([tabindex="-1"])';

/** Trails that are remembered: as deep as dialogs, menus and messages lie over each other. */
const MAX_TRAILS = 12;

/** Milliseconds that an act has for giving the focus to a place of its own choice. */
const PATIENCE = 60;

let trails: readonly Trail[] = [];
let waiting: ReturnType<typeof setTimeout> | undefined;

/**
 * Sees to it that the focus is never lost with the control that had it: an act that removes or disables its own button
 * leaves the focus to the nearest control, a dialog that closes to where the focus was before, and a screen that goes
 * to the first place of the next one. Where somebody clicked beside all controls, nothing is focused.
 */
export function keepFocus(): void {
  document.addEventListener('focusin', noteFocus);
  document.addEventListener('focusout', ({ target }) => setTimeout(() => noteLeft(target)));
  const watch = new MutationObserver(lookSoon);
  watch.observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['disabled', 'hidden'],
  });
}

function noteFocus({ target }: FocusEvent): void {
  if (!(target instanceof HTMLElement) || target === document.body) return;
  const layer = target.closest(LAYERS);
  const others = trails.filter((trail) => trail.layer !== layer);
  trails = [...others, { element: target, steps: stepsAround(target), layer }].slice(-MAX_TRAILS);
}

/** A control that is still there was left on purpose, by a click beside all controls: nothing is to be given back. */
function noteLeft(target: EventTarget | null): void {
  const isLeft = document.activeElement === document.body && target instanceof HTMLElement;
  if (isLeft && isUsable(target)) trails = [];
}

function stepsAround(element: Element): readonly Step[] {
  const steps: Step[] = [];
  for (
    let child = element, parent = child.parentElement;
    parent;
    child = parent, parent = child.parentElement
  )
    steps.push({ parent, child, at: Array.prototype.indexOf.call(parent.children, child) });
  return steps;
}

function lookSoon(): void {
  clearTimeout(waiting);
  waiting = setTimeout(restoreLost, PATIENCE);
}

function restoreLost(): void {
  if (document.activeElement !== document.body) return;
  const last = trails.at(-1);
  if (!last || isUsable(last.element)) return;
  const trail = trails.findLast(({ layer }) => layer === null || isOpen(layer));
  const next = trail && (isUsable(trail.element) ? trail.element : nearestControl(trail));
  (next ?? firstPlace())?.focus({ preventScroll: next === undefined });
}

/** Messages pass by themselves: the focus does not stay among them. */
function isOpen(layer: Element): boolean {
  return layer.isConnected && !layer.matches('.toasts');
}

/** The control nearest to where the focus was: behind it, else before it, in the closest surroundings that have one. */
function nearestControl({ steps }: Trail): HTMLElement | undefined {
  for (const { parent, child, at } of steps) {
    if (!parent.isConnected) continue;
    if (parent.matches('.frame, .screen, body')) return undefined;
    const siblings = [...parent.children];
    const kept = siblings.indexOf(child);
    const [behind, before] =
      kept >= 0
        ? [siblings.slice(kept + 1), siblings.slice(0, kept)]
        : [siblings.slice(at), siblings.slice(0, at)];
    // Of a bar only what stands behind: what stands before leads away from the screen.
    const near = parent.matches('.top-bar') ? behind : [...behind, ...before.reverse()];
    const found = near.map(firstControl).find((control) => control !== undefined);
    if (found) return found;
    if (parent instanceof HTMLElement && parent.matches('[data-column], [role="dialog"]')) return parent;
  }
  return undefined;
}

function firstControl(element: Element): HTMLElement | undefined {
  const inside = [...element.querySelectorAll<HTMLElement>(CONTROLS)];
  const all = element instanceof HTMLElement && element.matches(CONTROLS) ? [element, ...inside] : inside;
  return all.find(isUsable);
}

function isUsable(element: HTMLElement): boolean {
  const isDisabled = 'disabled' in element && element.disabled === true;
  return element.isConnected && !isDisabled && element.getClientRects().length > 0;
}

/** Where work begins on the screen that is shown: what the screen names, else its middle column. */
export function firstPlace(): HTMLElement | undefined {
  const main = document.querySelector<HTMLElement>('main');
  return main?.querySelector<HTMLElement>('[data-first-focus]') ?? main ?? undefined;
}
