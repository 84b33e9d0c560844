import type { Acceptance, FindingIdentity } from '../assessment/acceptance';
import type { Path } from '../assessment/path';
import { ruleOf } from './rules';
import type { Finding, View } from './types';

export function identityOf(view: View, finding: Finding): FindingIdentity {
  const { rule, path } = finding;
  return {
    rule,
    version: ruleOf(rule)?.version ?? 1,
    path,
    fingerprint: fingerprint(
      JSON.stringify([finding.params, finding.span?.within ?? null, valuesBelow(view, path)]),
    ),
  };
}

/** The acceptance that holds for a finding; undefined once its text, its sentence or its rule has changed. */
export function acceptanceOf(
  view: View,
  finding: Finding,
  acceptances: readonly Acceptance[],
): Acceptance | undefined {
  const candidates = acceptances.filter(({ rule, path }) => rule === finding.rule && path === finding.path);
  if (candidates.length === 0) return undefined;
  const identity = identityOf(view, finding);
  return candidates.find(
    ({ version, fingerprint: own }) => version === identity.version && own === identity.fingerprint,
  );
}

/** Values of the item, or of everything in the entry, in a fixed order. */
export function valuesBelow({ assessment }: View, path: Path): readonly (readonly [Path, unknown])[] {
  const own = assessment.values[path];
  if (own !== undefined) return [[path, own]];
  return Object.entries(assessment.values)
    .filter(([other]) => other.startsWith(path) && /[.[]/.test(other[path.length] ?? ''))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

const PRIMES = [2_654_435_761, 1_597_334_677] as const;

/** A hash of 53 bits (cyrb53, public domain) in hexadecimal. */
export function fingerprint(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, PRIMES[0]);
    low = Math.imul(low ^ code, PRIMES[1]);
  }
  high = mixed(high, low);
  low = mixed(low, high);
  return (4_294_967_296 * (2_097_151 & low) + (high >>> 0)).toString(16).padStart(14, '0');
}

function mixed(one: number, other: number): number {
  return Math.imul(one ^ (one >>> 16), 2_246_822_507) ^ Math.imul(other ^ (other >>> 13), 3_266_489_909);
}
