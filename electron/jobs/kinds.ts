import { makeComparison } from '../compare/make';
import { documentFacts } from '../publish/documentFacts';
import { makeFiles } from '../publish/make';
import { publishFile } from '../publish/publishFile';
import { intake } from './intake';
import { pause } from './pause';

/** Every kind of job, `(input, tools) => output`; input and output must survive structured cloning. Adding one is adding an entry; `startJob` then knows its name and types. */
export const jobKinds = {
  comparison: makeComparison,
  documentFacts,
  intake,
  pause,
  publish: makeFiles,
  publishFile,
};

export type JobKinds = typeof jobKinds;
export type JobName = keyof JobKinds;
export type JobInput<Name extends JobName> = Parameters<JobKinds[Name]>[0];
export type JobOutput<Name extends JobName> = Awaited<ReturnType<JobKinds[Name]>>;
