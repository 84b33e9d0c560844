import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { fromRoot, root } from './paths.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @type {Counts} */
const none = { passed: 0, failed: 0, skipped: 0 };

/** Counts of a vitest JSON report; a report that is missing counts as one failure. @returns {Promise<Counts>} */
export async function unitCounts() {
  const report =
    /** @type {{ numPassedTests: number, numFailedTests: number, numFailedTestSuites: number, numPendingTests: number } | null} */ (
      await readReport('test-results/unit.json')
    );
  if (!report) return { ...none, failed: 1 };
  // A file that cannot even be loaded fails as a suite without a single test.
  const failed = report.numFailedTests || report.numFailedTestSuites;
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests };
}

/** Counts of a Playwright JSON report. @param {string} path @returns {Promise<Counts>} */
export async function e2eCounts(path) {
  const report =
    /** @type {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] } | null} */ (
      await readReport(path)
    );
  if (!report) return { ...none, failed: 1 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return {
    passed: expected + flaky,
    failed: unexpected + (unexpected === 0 ? report.errors.length : 0),
    skipped,
  };
}

/**
 * Names of the failed unit tests, each with the first line of its message; a file that cannot be loaded is one.
 * @returns {Promise<string[]>}
 */
export async function failedUnitTests() {
  const report = /** @type {{ testResults: UnitFile[] } | null} */ (
    await readReport('test-results/unit.json')
  );
  return (report?.testResults ?? []).flatMap(failedOf);
}

/** @typedef {{ status: string, fullName: string, failureMessages?: string[] | null }} UnitTest */
/** @typedef {{ name: string, status: string, message?: string, assertionResults: UnitTest[] }} UnitFile */

/** @param {UnitFile} file @returns {string[]} */
function failedOf({ name, status, message, assertionResults }) {
  const file = relative(root, name);
  const failed = assertionResults.filter((test) => test.status === 'failed');
  if (status === 'failed' && failed.length === 0) return [`${file}: ${firstLine(message)}`];
  return failed.map(
    ({ fullName, failureMessages }) => `${file} › ${fullName}: ${firstLine(failureMessages?.[0])}`,
  );
}

/** @param {string | undefined} text */
const firstLine = (text) => text?.split('\n', 1)[0] ?? '';

/** @param {Counts[]} all */
export function sum(all) {
  return all.reduce(
    (a, b) => ({
      passed: a.passed + b.passed,
      failed: a.failed + b.failed,
      skipped: a.skipped + b.skipped,
    }),
    none,
  );
}

/** The one line that tools look for. @param {Counts} counts */
export const summary = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/** @param {string} path @returns {Promise<unknown>} */
async function readReport(path) {
  const text = await readFile(fromRoot(path), 'utf8').catch(() => null);
  return text === null ? null : /** @type {unknown} */ (JSON.parse(text));
}
