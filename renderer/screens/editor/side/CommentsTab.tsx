import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { momentText } from '../../../i18n/dates';
import type { Comment } from '../../../../shared/assessment/document';
import { Badge } from '../../../components/Badge';
import { Button } from '../../../components/Button';
import { EmptyState } from '../../../components/EmptyState';
import { Option } from '../../../components/Option';
import { TextArea } from '../../../components/TextArea';
import { addComment, addWithholding, removeComment, resolveComment } from '../../../state/comments';
import { useDocument, useReadOnly } from '../../../state/document';
import { focusItem, useFocus } from '../../../state/focus';
import { useLabel } from '../../../state/labels';

/** コメント: remarks that are saved in the document, those on the focused item first. */
export function CommentsTab() {
  const { t } = useTranslation('editor');
  const path = useFocus((state) => state.path);
  const comments = useDocument(({ view }) => view?.comments) ?? [];
  const readOnly = useReadOnly();
  const threads = comments.filter((comment) => !comment.replyTo);
  const ordered = [...threads].sort((a, b) => rank(a, path) - rank(b, path) || b.at - a.at);
  return (
    <>
      {readOnly ? null : <NewComment path={path} />}
      {threads.length === 0 ? (
        <EmptyState title={t('comments.none')}>{t('comments.noneHelp')}</EmptyState>
      ) : null}
      <ul>
        {ordered.map((comment) => (
          <Thread
            key={comment.id}
            comment={comment}
            replies={comments.filter(({ replyTo }) => replyTo === comment.id)}
          />
        ))}
      </ul>
    </>
  );
}

/** Those on the item first, then open ones, settled ones last. */
function rank(comment: Comment, path: string | undefined): number {
  if (comment.resolved) return 2;
  return comment.path === path ? 0 : 1;
}

function NewComment({ path }: { readonly path: string | undefined }) {
  const { t } = useTranslation('editor');
  const [text, setText] = useState('');
  const [passage, setPassage] = useState<string>();
  const label = useLabel(path ?? '');
  const withholding = path !== undefined && passage !== undefined;
  const send = () => {
    void (withholding ? addWithholding(text, path, passage) : addComment(text, path));
    setText('');
    setPassage(undefined);
  };
  return (
    <div className="side-head stack-tight">
      <p className="label">{path ? t('comments.on', { item: label.short }) : t('comments.onAll')}</p>
      {path ? (
        <Option kind="checkbox" chosen={withholding} onChange={(on) => setPassage(on ? '' : undefined)}>
          {t('comments.withhold')}
        </Option>
      ) : null}
      {withholding ? (
        <>
          <span className="muted small">{t('comments.passage')}</span>
          <TextArea lines={2} label={t('comments.passage')} value={passage} onCommit={setPassage} />
          <span className="muted small">{t('comments.reason')}</span>
        </>
      ) : null}
      <TextArea
        lines={2}
        label={withholding ? t('comments.reason') : t('comments.text')}
        value={text}
        onCommit={setText}
      />
      <span>
        <Button disabled={text.trim() === ''} onPress={send}>
          {t('comments.add')}
        </Button>
      </span>
    </div>
  );
}

function Thread({ comment, replies }: { readonly comment: Comment; readonly replies: readonly Comment[] }) {
  const { t } = useTranslation('editor');
  const readOnly = useReadOnly();
  const [answer, setAnswer] = useState<string>();
  return (
    <li className="side-item stack-tight">
      {comment.path ? <CommentPlace path={comment.path} /> : null}
      <Remark comment={comment} />
      {replies.map((reply) => (
        <div key={reply.id} className="reply">
          <Remark comment={reply} />
        </div>
      ))}
      {answer === undefined ? null : (
        <>
          <TextArea lines={2} label={t('comments.reply')} value={answer} onCommit={setAnswer} autoFocus />
          <span>
            <Button
              disabled={answer.trim() === ''}
              onPress={() => {
                void addComment(answer, comment.path, comment.id);
                setAnswer(undefined);
              }}
            >
              {t('comments.add')}
            </Button>
          </span>
        </>
      )}
      {readOnly ? null : (
        <span className="line-up small">
          {comment.resolved ? <Badge tone="good">{t('comments.resolved')}</Badge> : null}
          <Button variant="link" onPress={() => setAnswer('')}>
            {t('comments.reply')}
          </Button>
          <Button variant="link" onPress={() => void resolveComment(comment, !comment.resolved)}>
            {comment.resolved ? t('comments.reopen') : t('comments.resolve')}
          </Button>
          <Button variant="link" onPress={() => void removeComment(comment)}>
            {t('comments.remove')}
          </Button>
        </span>
      )}
    </li>
  );
}

function CommentPlace({ path }: { readonly path: string }) {
  const label = useLabel(path);
  return (
    <button
      type="button"
      className="button button-link small"
      title={label.headings}
      onClick={() => focusItem(path)}
    >
      {label.short}
    </button>
  );
}

function Remark({ comment }: { readonly comment: Comment }) {
  const { i18n } = useTranslation();
  const when = momentText(comment.at, i18n.language);
  return (
    <>
      {comment.withhold ? <Withheld passage={comment.withhold.passage} /> : null}
      <p className="prewrap label">{comment.text}</p>
      <p className="muted small">
        {comment.author.name || comment.author.pc}　{when}
      </p>
    </>
  );
}

/** What the published copy leaves out. */
function Withheld({ passage }: { readonly passage: string | undefined }) {
  const { t } = useTranslation('editor');
  return (
    <p className="prewrap small">
      <Badge tone="warn">{t('comments.withheld')}</Badge> {passage ?? t('comments.wholeItem')}
    </p>
  );
}
