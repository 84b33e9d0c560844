import { useEffect } from 'react';
import { useDocument } from '../../state/document';
import { loadSource, useIntake } from '../../state/intake';
import { useNavigation } from '../../state/navigation';
import { IntakeStart } from './IntakeStart';
import { Review } from './Review';

/** Importing: choosing a file first, then looking through what was recognised. */
export function IntakeScreen() {
  const asked = useNavigation((state) => state.place.args.review === 'yes');
  const session = useDocument(({ view }) => (view?.source ? view.session : undefined));
  const source = useIntake((state) => state.source);
  const reviewing = asked && session !== undefined;
  useEffect(() => {
    if (reviewing) void loadSource();
  }, [reviewing, session]);
  if (!reviewing) return <IntakeStart />;
  return source?.session === session ? <Review source={source.value} /> : null;
}
