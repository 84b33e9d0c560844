import type { ReactNode } from 'react';
import { classes } from '../classes';
import { useTranslation } from 'react-i18next';
import { StatusLine } from './StatusLine';

export interface FrameProps {
  readonly top: ReactNode;
  /** A bar under the top bar that concerns the whole document (read only, saving fails). */
  readonly notice?: ReactNode;
  readonly left?: ReactNode;
  readonly leftLabel?: string;
  readonly children: ReactNode;
  readonly mainLabel?: string;
  /** The middle holds nothing that takes the focus itself: the keys that scroll need it there. */
  readonly mainScrolls?: boolean;
  readonly right?: ReactNode;
  readonly rightLabel?: string;
  /** What the status line says at its end, beside the state of saving. */
  readonly status?: ReactNode;
}

/** A screen: top bar, up to three columns (F6 moves between them), status line. */
export function Frame(props: FrameProps) {
  const { t } = useTranslation('common');
  return (
    <div className="frame">
      {props.top}
      <div
        className="frame-notice"
        {...(props.notice ? { role: 'region', 'aria-label': t('frameNotice') } : {})}
      >
        {props.notice}
      </div>
      <div
        className={classes('columns', !props.left && 'columns-no-left', !props.right && 'columns-no-right')}
      >
        {props.left ? (
          <nav className="column column-left" data-column aria-label={props.leftLabel} tabIndex={-1}>
            {props.left}
          </nav>
        ) : (
          <span />
        )}
        <main
          className="column column-middle"
          data-column
          aria-label={props.mainLabel}
          tabIndex={props.mainScrolls ? 0 : -1}
        >
          {props.children}
        </main>
        {props.right ? (
          <aside className="column column-right" data-column aria-label={props.rightLabel} tabIndex={-1}>
            {props.right}
          </aside>
        ) : null}
      </div>
      <StatusLine>{props.status}</StatusLine>
    </div>
  );
}
