/** @typedef {import('./campaign.mjs').Result} Result */

/** @param {Result} result */
export function showCampaign({ batches, failed, seconds }) {
  const sum = (/** @type {'stories' | 'acknowledged' | 'events' | 'duration'} */ key) =>
    batches.reduce((all, batch) => all + batch[key], 0);
  const stories = sum('stories');
  console.log(
    `${String(stories)} stories in ${seconds.toFixed(0)} s (${(stories / seconds).toFixed(0)} in a second), ` +
      `${String(sum('acknowledged'))} acknowledged changes, ${String(sum('events'))} events, ` +
      `${(sum('duration') / 3_600_000).toFixed(0)} simulated hours`,
  );
  showCoverage(batches);
  const kinds = byKind(failed);
  for (const [kind, all] of kinds)
    console.log(
      `VIOLATION ${kind}: ${String(all.length)} stories, ${all
        .slice(0, 6)
        .map(({ seed }) => seed)
        .join(' ')}\n    ${all[0]?.text ?? ''}`,
    );
  console.log(
    kinds.size === 0
      ? 'nothing lost, nothing overwritten, nothing undecidable'
      : `${String(failed.length)} stories with a violation`,
  );
}

/** @param {Result['batches']} batches */
function showCoverage(batches) {
  const calls = merged(batches.map(({ coverage }) => coverage.calls));
  const struck = merged(batches.map(({ coverage }) => coverage.struck));
  const reached = merged(batches.map(({ coverage }) => coverage.reached));
  const kinds = ['error', 'kill', 'power', 'sleep'];
  const points = [...calls.keys()].flatMap((call) => kinds.map((kind) => `${call} × ${kind}`));
  const missing = points.filter((point) => !struck.has(point));
  console.log(`fault points: ${String(points.length - missing.length)} of ${String(points.length)} struck`);
  if (missing.length > 0)
    console.log(`  never: ${missing.slice(0, 30).join(', ')}${missing.length > 30 ? ' …' : ''}`);
  console.log(
    `reached: ${[...reached]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([what, times]) => `${what} ${String(times)}`)
      .join(', ')}`,
  );
}

/** @param {readonly (readonly (readonly [string, number])[])[]} counts */
function merged(counts) {
  /** @type {Map<string, number>} */
  const all = new Map();
  for (const one of counts) for (const [key, number] of one) all.set(key, (all.get(key) ?? 0) + number);
  return all;
}

/** @param {Result['failed']} failed */
function byKind(failed) {
  /** @type {Map<string, Result['failed']>} */
  const kinds = new Map();
  for (const one of failed) for (const kind of one.kinds) kinds.set(kind, [...(kinds.get(kind) ?? []), one]);
  return kinds;
}
