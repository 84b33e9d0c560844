import { ProgressBar as AriaProgressBar } from 'react-aria-components';
import { classes } from './classes';

/** Long work: what is being done and how far (0–1; absent where the end is not known). */
export function ProgressBar(props: { readonly label: string; readonly done?: number }) {
  const percent = props.done === undefined ? undefined : Math.round(props.done * 100);
  return (
    <AriaProgressBar
      className={classes('progress', percent === undefined && 'progress-unknown')}
      aria-label={props.label}
      value={percent ?? 0}
      isIndeterminate={percent === undefined}
    >
      <span className="label">
        {props.label}
        {percent === undefined ? '' : ` ${String(percent)}%`}
      </span>
      <div className="progress-track">
        <div
          className="progress-fill"
          {...(percent === undefined ? {} : { style: { width: `${String(percent)}%` } })}
        />
      </div>
    </AriaProgressBar>
  );
}
