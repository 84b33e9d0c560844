import { renderComparison } from '../compare/render';
import { ledgerFacts } from '../office/facts';
import { gatesOfFile } from '../checks/gatesOfFile';
import { neighboursOf } from '../checks/neighbours';
import { renewal } from '../office/renewal';
import { documentFacts } from '../publish/documentFacts';
import { renderFiles } from '../publish/render';
import { publishFile } from '../publish/publishFile';
import { intake } from './intake';
import { pause } from './pause';

/** Every kind of job, `(input, tools) => output`; input and output must survive structured cloning. Adding one is adding an entry; `startJob` then knows its name and types. */
export const jobKinds = {
  comparison: renderComparison,
  documentFacts,
  gates: gatesOfFile,
  intake,
  ledgerFacts,
  neighbours: neighboursOf,
  pause,
  publish: renderFiles,
  publishFile,
  renewal,
};

export type JobKinds = typeof jobKinds;
export type JobName = keyof JobKinds;
export type JobInput<Name extends JobName> = Parameters<JobKinds[Name]>[0];
export type JobOutput<Name extends JobName> = Awaited<ReturnType<JobKinds[Name]>>;
