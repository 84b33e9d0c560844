import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryNode, Node } from '../../../../shared/assessment/walk';
import type { FormItem } from '../../../../shared/forms/types';
import { Button } from '../../../components/Button';
import { classes } from '../../../components/classes';
import { useReadOnly } from '../../../state/document';
import { addEntry } from '../../../state/entries';
import { ConditionNote, useIdle } from './ConditionNote';
import { EntryActions } from './EntryActions';
import { entryLabel } from './entryLabel';
import { entryMark } from './reorder';

type ListNode = Extract<Node, { kind: 'list' }>;

/** Entries of one kind (委託事項1, 委託事項2 …), each with the acts on it. */
export function RepeatView({ node, draw }: { readonly node: ListNode; readonly draw: RenderItem }) {
  const { t } = useTranslation('editor');
  const idle = useIdle(node.list, node.item);
  const readOnly = useReadOnly();
  return (
    <div className={classes('repeat', idle && 'idle')} id={`item-${node.list}`}>
      <ConditionNote path={node.list} item={node.item} />
      {node.entries.map((entry, at) => (
        <EntryView
          key={entry.key}
          draw={draw}
          list={node.list}
          item={node.item}
          entry={entry}
          at={at}
          count={node.entries.length}
        />
      ))}
      {readOnly ? null : (
        <div className="repeat-end">
          <Button onPress={() => addEntry(node.list)}>{t('entry.add', { name: node.item.label })}</Button>
        </div>
      )}
    </div>
  );
}

/** Renders one item of an entry; `label` replaces the official one. Must be the same function at every rendering. */
export type RenderItem = (node: Node, label: string | undefined) => ReactNode;

interface EntryProps {
  readonly draw: RenderItem;
  readonly list: string;
  readonly item: FormItem;
  readonly entry: EntryNode;
  /** Position from 0, and how many there are. */
  readonly at: number;
  readonly count: number;
}

const EntryView = memo(function EntryView({ draw, list, item, entry, at, count }: EntryProps) {
  const label = entryLabel(item, entry.ordinal);
  const headId = `entry-${entry.key}`;
  return (
    <div
      className="entry"
      id={`item-${entry.key}`}
      role="group"
      aria-labelledby={headId}
      {...entryMark(list, entry.entry.id)}
    >
      <div className="entry-head">
        <span id={headId}>{label}</span>
        <span className="muted small">
          {at + 1} / {count}
        </span>
        <span className="grow" />
        <EntryActions list={list} id={entry.entry.id} label={label} at={at} count={count} />
      </div>
      {entry.children.map((child) =>
        draw(child, child.kind === 'leaf' && child.item.label === item.label ? label : undefined),
      )}
    </div>
  );
});
