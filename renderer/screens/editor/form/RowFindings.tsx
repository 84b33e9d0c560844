import { messageOf } from '../../../i18n/message';
import { useOverview } from '../../../state/findings';

/** What the 点検 says about an item, right where it is written. */
export function RowFindings({ path }: { readonly path: string }) {
  const findings = useOverview((state) => state.byPath.get(path));
  if (!findings) return null;
  return (
    <ul>
      {findings.map((finding, at) => (
        <li key={at} className={finding.severity === 'error' ? 'error-text' : 'warn-text'}>
          {messageOf('checks', { code: `rules.${finding.rule}`, params: finding.params })}
        </li>
      ))}
    </ul>
  );
}
