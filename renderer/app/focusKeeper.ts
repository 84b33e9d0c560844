/** One element around the focus, with the child that led to it and the place of that child among its siblings. */
interface Ancestor {
  readonly parent: Element;
  readonly child: Element;
  readonly index: number;
}

/** Where the focus was: the element, and its surroundings from the inside out. */
interface Trail {
  readonly element: HTMLElement;
  readonly ancestors: readonly Ancestor[];
  /** The dialog, drawer, menu or message that it lay in; null on the screen itself. */
  readonly layer: Element | null;
}

const LAYERS = '.overlay, .drawer-overlay, .popover, .toasts';
const CONTROLS =
  'a[href], button, input:not([type="hidden"]), select, textarea, [tabindex]:not([tabindex="-1"])';

/** Trails that are remembered: as deep as dialogs, menus and messages lie over each other. */
const MAX_TRAILS = 12;

/** Milliseconds that a command has to move the focus itself. */
const GRACE_MS = 60;

let trails: readonly Trail[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Sees to it that the focus is never lost with the control that had it: an act that removes or disables its own button
 * leaves the focus to the nearest control, a dialog that closes to where the focus was before, and a screen that goes
 * to the first place of the next one. Where somebody clicked beside all controls, nothing is focused.
 */
export function restoreLostFocus(): void {
  document.addEventListener('focusin', recordFocus);
  document.addEventListener('focusout', ({ target }) => setTimeout(() => recordBlur(target)));
  const watch = new MutationObserver(scheduleRestore);
  watch.observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['disabled', 'hidden'],
  });
}

function recordFocus({ target }: FocusEvent): void {
  if (!(target instanceof HTMLElement) || target === document.body) return;
  const layer = target.closest(LAYERS);
  const others = trails.filter((trail) => trail.layer !== layer);
  trails = [...others, { element: target, ancestors: ancestorsOf(target), layer }].slice(-MAX_TRAILS);
}

/** A control that still exists lost the focus to a click beside all controls: the focus is not restored. */
function recordBlur(target: EventTarget | null): void {
  const isLeft = document.activeElement === document.body && target instanceof HTMLElement;
  if (isLeft && isUsable(target)) trails = [];
}

function ancestorsOf(element: Element): readonly Ancestor[] {
  const ancestors: Ancestor[] = [];
  for (
    let child = element, parent = child.parentElement;
    parent;
    child = parent, parent = child.parentElement
  )
    ancestors.push({ parent, child, index: Array.prototype.indexOf.call(parent.children, child) });
  return ancestors;
}

function scheduleRestore(): void {
  clearTimeout(timer);
  timer = setTimeout(restore, GRACE_MS);
}

function restore(): void {
  if (document.activeElement !== document.body) return;
  const last = trails.at(-1);
  if (!last || isUsable(last.element)) return;
  const trail = trails.findLast(({ layer }) => layer === null || isOpen(layer));
  const next = trail && (isUsable(trail.element) ? trail.element : nearestControl(trail));
  (next ?? initialFocus())?.focus({ preventScroll: next === undefined });
}

/** Messages pass by themselves: the focus does not stay among them. */
function isOpen(layer: Element): boolean {
  return layer.isConnected && !layer.matches('.toasts');
}

/** The control nearest to where the focus was: behind it, else before it, in the closest surroundings that have one. */
function nearestControl({ ancestors }: Trail): HTMLElement | undefined {
  for (const { parent, child, index } of ancestors) {
    if (!parent.isConnected) continue;
    if (parent.matches('.frame, .screen, body')) return undefined;
    const siblings = [...parent.children];
    const kept = siblings.indexOf(child);
    const [behind, before] =
      kept >= 0
        ? [siblings.slice(kept + 1), siblings.slice(0, kept)]
        : [siblings.slice(index), siblings.slice(0, index)];
    // In a bar only the controls after this one count: those before it leave the screen.
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
export function initialFocus(): HTMLElement | undefined {
  const main = document.querySelector<HTMLElement>('main');
  return main?.querySelector<HTMLElement>('[data-first-focus]') ?? main ?? undefined;
}
