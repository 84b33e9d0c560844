import { useCallback, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Part } from '../../../../shared/assessment/parts';

/** Parts that are drawn before the first picture, and in each idle moment after it. */
const FIRST = 3;
const EACH = 3;

export interface Mounted {
  readonly has: (part: string) => boolean;
  /** Draws a part (and those around it) now, because somebody goes there. */
  readonly need: (part: string) => void;
}

/** Which parts are drawn: the first at once, so that the form opens without waiting, the others when nothing else is to do. */
export function useMounted(parts: readonly Part[]): Mounted {
  const [drawn, setDrawn] = useState<ReadonlySet<string>>(
    () => new Set(parts.slice(0, FIRST).map(({ key }) => key)),
  );
  const waiting = parts.filter(({ key }) => !drawn.has(key));
  const next = waiting
    .slice(0, EACH)
    .map(({ key }) => key)
    .join('\n');
  useEffect(() => {
    if (next === '') return;
    const idle = requestIdleCallback(() => setDrawn((before) => new Set([...before, ...next.split('\n')])), {
      timeout: 200,
    });
    return () => cancelIdleCallback(idle);
  }, [next]);
  const need = useCallback(
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
  return { has: (part) => drawn.has(part), need };
}
