import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryNode, Node } from '../../../../shared/assessment/walk';
import type { FormItem } from '../../../../shared/forms/types';
import { Button } from '../../../components/Button';
import { classes } from '../../../components/classes';
import { useReadOnly } from '../../../state/document';
import { addEntry, duplicateEntry, moveEntry, removeEntry } from '../../../state/entries';
import { ConditionNote, useIdle } from './ConditionNote';
import { NodeView } from './NodeView';

type ListNode = Extract<Node, { kind: 'list' }>;

/** Entries of one kind (委託事項1, 委託事項2 …), each with the acts on it. */
export function RepeatView({ node }: { readonly node: ListNode }) {
  const { t } = useTranslation('editor');
  const idle = useIdle(node.list, node.item);
  const readOnly = useReadOnly();
  return (
    <div className={classes('repeat', idle && 'idle')} id={`item-${node.list}`}>
      <ConditionNote path={node.list} item={node.item} />
      {node.entries.map((entry, at) => (
        <EntryView
          key={entry.key}
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

interface EntryProps {
  readonly list: string;
  readonly item: FormItem;
  readonly entry: EntryNode;
  /** Position from 0, and how many there are. */
  readonly at: number;
  readonly count: number;
}

const EntryView = memo(function EntryView({ list, item, entry, at, count }: EntryProps) {
  const label = entryLabel(item, entry.ordinal);
  const headId = `entry-${entry.key}`;
  return (
    <div className="entry" id={`item-${entry.key}`} role="group" aria-labelledby={headId}>
      <div className="entry-head">
        <span id={headId}>{label}</span>
        <span className="muted small">
          {at + 1} / {count}
        </span>
        <span className="grow" />
        <EntryActs list={list} id={entry.entry.id} label={label} at={at} count={count} />
      </div>
      {entry.children.map((child) => (
        <NodeView
          key={child.key}
          node={child}
          level={0}
          {...(child.kind === 'leaf' && child.item.label === item.label ? { label } : {})}
        />
      ))}
    </div>
  );
});

interface EntryActsProps {
  readonly list: string;
  readonly id: string;
  readonly label: string;
  readonly at: number;
  readonly count: number;
}

/** Move, copy, remove. The words name the entry, for those who hear the screen. */
export function EntryActs({ list, id, label, at, count }: EntryActsProps) {
  const { t } = useTranslation('editor');
  if (useReadOnly()) return null;
  return (
    <span className="entry-acts">
      <Button
        look="icon"
        label={t('entry.up', { name: label })}
        disabled={at === 0}
        onPress={() => moveEntry(list, id, -1)}
      >
        ↑
      </Button>
      <Button
        look="icon"
        label={t('entry.down', { name: label })}
        disabled={at === count - 1}
        onPress={() => moveEntry(list, id, 1)}
      >
        ↓
      </Button>
      <Button
        look="icon"
        label={t('entry.copyLong', { name: label })}
        onPress={() => duplicateEntry(list, id)}
      >
        {t('entry.copy')}
      </Button>
      <Button
        look="icon"
        label={t('entry.removeLong', { name: label })}
        onPress={() => removeEntry(list, id, label)}
      >
        {t('entry.remove')}
      </Button>
    </span>
  );
}

/** `委託事項3` */
export function entryLabel(item: FormItem, ordinal: number): string {
  return item.itemLabel?.replace('{n}', String(ordinal)) ?? `${item.label}${String(ordinal)}`;
}
