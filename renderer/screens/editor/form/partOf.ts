import { ATTACHMENTS } from '../../../../shared/assessment/path';
import type { Part } from '../../../../shared/assessment/parts';
import { useFocus } from '../../../state/focus';

/** The part that a key (an item, an entry, a part, a section) lies in. */
export function partOf(parts: readonly Part[], key: string): string | undefined {
  if (key.startsWith(ATTACHMENTS)) return ATTACHMENTS;
  const exact = parts.find((part) => key === part.key || key === part.section.key);
  return (exact ?? parts.find((part) => holds(part, key)))?.key ?? useFocus.getState().part;
}

function holds(part: Part, key: string): boolean {
  const starts = (start: string) =>
    key === start || key.startsWith(`${start}.`) || key.startsWith(`${start}[`);
  return starts(part.key) || part.nodes.some((node) => starts(node.key));
}
