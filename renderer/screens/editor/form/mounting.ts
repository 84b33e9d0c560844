import { useCallback, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Part } from '../../../../shared/assessment/parts';

/** Parts that are rendered with the first frame, and in each idle moment after it. */
const INITIAL_PARTS = 3;
const PARTS_PER_STEP = 3;

export interface Mounted {
  readonly isMounted: (part: string) => boolean;
  /** Renders a part (and those around it) now, because it is about to be shown. */
  readonly mount: (part: string) => void;
}

/** Which parts are rendered: the first at once, so that the form opens without delay, the others in idle moments. */
export function useMounted(parts: readonly Part[]): Mounted {
  const [drawn, setDrawn] = useState<ReadonlySet<string>>(
    () => new Set(parts.slice(0, INITIAL_PARTS).map(({ key }) => key)),
  );
  const waiting = parts.filter(({ key }) => !drawn.has(key));
  const next = waiting
    .slice(0, PARTS_PER_STEP)
    .map(({ key }) => key)
    .join('\n');
  useEffect(() => {
    if (next === '') return;
    const idle = requestIdleCallback(() => setDrawn((before) => new Set([...before, ...next.split('\n')])), {
      timeout: 200,
    });
    return () => cancelIdleCallback(idle);
  }, [next]);
  const mount = useCallback(
    (part: string) => {
      const at = parts.findIndex(({ key }) => key === part);
      const around = parts.slice(Math.max(0, at - 1), at + 2).map(({ key }) => key);
      flushSync(() =>
        setDrawn((before) =>
          around.every((key) => before.has(key)) ? before : new Set([...before, ...around]),
        ),
      );
    },
    [parts],
  );
  return { isMounted: (part) => drawn.has(part), mount };
}
