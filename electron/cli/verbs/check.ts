import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { blanksOf, filledOf } from '../../../shared/assessment/completion';
import type { HyokaDocument } from '../../../shared/assessment/document';
import { checkDocument } from '../../../shared/checks/check';
import type { FolderDocument } from '../../../shared/checks/folder';
import { stops, type Gate } from '../../../shared/checks/gates';
import { toCommandError } from '../../../shared/commands/failure';
import type { CommandError } from '../../../shared/commands/result';
import { documentFiles } from '../../publish/documentFiles';
import { dayNumber } from '../../../shared/japanese/days';
import { checkRequest, printedFindings, type CheckRequest, type PrintedFinding } from '../checking';
import { documentFrom, readAny } from '../source';
import { checkInputOf, documentGates } from '../../checks/documentChecks';
import { reportGates } from '../gates';
import { STOPPED, type CliTools, type Verb, type VerbInput } from '../verb';

/** The 点検: what is missing, contradictory or out of date, of a file or of every document of a folder. */
export const checkVerb: Verb = {
  name: 'check',
  files: 1,
  options: ['json', 'severity', 'rule', 'on', 'strict', 'subfolders'],
  required: [],
  async run(input, tools) {
    const [path = ''] = input.files;
    const request = checkRequest(input.text, dayNumber(tools.now()));
    await ((await isFolder(path)) ? checkFolder : checkFile)(path, input, request, tools);
  },
};

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function checkFile(
  path: string,
  { json, strict }: VerbInput,
  request: CheckRequest,
  tools: CliTools,
): Promise<void> {
  const document = documentFrom(await readAny(path, tools), tools.now());
  const input = checkInputOf(document, request.referenceDate);
  const report = checkDocument(input);
  const findings = printedFindings(report, document.acceptances, request, tools.finding);
  const gates = strict ? documentGates(document, input) : [];
  if (json)
    tools.print(JSON.stringify({ findings, notChecked: report.notChecked, ...gatesJson(strict, gates) }));
  else {
    reportFindings(findings, tools);
    tools.report('checked', {
      count: findings.length,
      blank: blanksOf(filledOf(document.assessment)).length,
    });
    if (report.notChecked.length > 0) tools.report('notChecked', { count: report.notChecked.length });
    reportGates(gates, tools);
  }
  if (stops(gates)) tools.exitWith(STOPPED);
}

/** One document of a folder, or why it could not be read. */
type Read =
  | (FolderDocument & { readonly document: HyokaDocument })
  | { readonly path: string; readonly fault: CommandError };

async function checkFolder(
  path: string,
  { json, strict, subfolders }: VerbInput,
  request: CheckRequest,
  tools: CliTools,
): Promise<void> {
  const read = await readFolder(resolve(path), subfolders, tools);
  const all = read.filter((one) => 'document' in one);
  const documents = read.map((one) => {
    if (!('document' in one)) return { path: one.path, findings: [], fault: one.fault };
    const input = checkInputOf(one.document, request.referenceDate, { own: one, all });
    const findings = printedFindings(checkDocument(input), one.document.acceptances, request, tools.finding);
    const gates = strict ? documentGates(one.document, input) : [];
    if (stops(gates)) tools.exitWith(STOPPED);
    return { path: one.path, findings, ...gatesJson(strict, gates) };
  });
  if (json) tools.print(JSON.stringify({ documents }));
  else for (const document of documents) reportDocument(document, tools);
}

async function readFolder(folder: string, subfolders: boolean, tools: CliTools): Promise<readonly Read[]> {
  const read: Read[] = [];
  for (const found of await documentFiles(folder, { subfolders })) {
    if (found.kind === 'closed') {
      read.push({ path: found.path, fault: found.error });
      continue;
    }
    try {
      const document = documentFrom(await readAny(found.path, tools), tools.now());
      read.push({ path: found.path, title: basename(found.path), assessment: document.assessment, document });
    } catch (thrown) {
      read.push({ path: found.path, fault: toCommandError(thrown) });
    }
  }
  return read;
}

function gatesJson(strict: boolean, gates: readonly Gate[]) {
  return strict ? { gates: gates.map(({ id, state, count }) => ({ id, state, count })) } : {};
}

interface CheckedDocument {
  readonly path: string;
  readonly findings: readonly PrintedFinding[];
  readonly fault?: CommandError;
}

function reportDocument({ path, findings, fault }: CheckedDocument, tools: CliTools): void {
  if (fault) tools.report('notRead', { path, message: tools.error(fault) });
  else tools.report('checkedFile', { path, count: findings.length });
  reportFindings(findings, tools);
}

function reportFindings(findings: readonly PrintedFinding[], { report, words }: CliTools): void {
  for (const { severity, path, message } of findings)
    report('finding', { severity: words(`severity.${severity}`), path, message });
}
