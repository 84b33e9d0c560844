import type { EntryNode, Node } from '../../../../shared/assessment/walk';
import { leavesOf } from '../../../../shared/assessment/walk';
import { useDocument } from '../../../state/document';
import { entryLabel } from '../form/entryLabel';
import { TreeCounts } from './TreeCounts';
import { TreeLink } from './TreeLink';

type ListNode = Extract<Node, { kind: 'list' }>;

/** The entries of the part that is open, each with its name (委託事項4 帳票印刷). */
export function EntryLinks({ nodes }: { readonly nodes: readonly Node[] }) {
  const lists = nodes.flatMap((node) => (node.kind === 'list' && node.item.type === 'repeat' ? [node] : []));
  return lists.flatMap((list) =>
    list.entries.map((entry) => <EntryLink key={entry.key} list={list} entry={entry} />),
  );
}

function EntryLink({ list, entry }: { readonly list: ListNode; readonly entry: EntryNode }) {
  const namePath = leavesOf(entry.children)[0]?.path ?? '';
  const name = useDocument(({ assessment }) => assessment?.values[namePath]);
  const label = entryLabel(list.item, entry.ordinal);
  return (
    <TreeLink
      label={typeof name === 'string' ? `${label} ${name}` : label}
      level={2}
      target={entry.key}
      current={false}
      after={<TreeCounts target={entry.key} />}
    />
  );
}
