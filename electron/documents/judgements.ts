import type { DocumentChange } from '../../shared/assessment/document';
import type { ThresholdRecord } from '../../shared/assessment/thresholdRecord';
import type { ParsedOf } from '../../shared/commands/contract';
import type { Handlers } from '../commands/handlers';
import type { DocumentEdges } from './edges';
import type { DocumentService } from './service';

/** What people decided about findings, しきい値判断 and what was handed out. */
export function judgementHandlers(service: DocumentService, edges: DocumentEdges): Handlers {
  const signed = () => ({ id: edges.newId(), author: edges.author(), at: edges.machine.clock.now() });
  const change = (session: string, made: DocumentChange) => service.session(session).change(made);
  return {
    'document.accept': async ({ session, acceptances }) => {
      const signedOnes = acceptances.map((acceptance) => ({ ...acceptance, ...signed() }));
      for (const acceptance of signedOnes) await change(session, { kind: 'acceptance', acceptance });
      return signedOnes;
    },
    'document.removeAcceptance': ({ session, id }) =>
      change(session, { kind: 'removeAcceptance', id }).then(() => null),
    'document.keepThreshold': async ({ session, threshold: asked }) => {
      const threshold = { ...withoutBlanks(asked), ...signed() };
      await change(session, { kind: 'threshold', threshold });
      return threshold;
    },
    'document.removeThreshold': ({ session, id }) =>
      change(session, { kind: 'removeThreshold', id }).then(() => null),
    'document.override': async ({ session, override: asked }) => {
      const override = { ...asked, ...signed() };
      await change(session, { kind: 'override', override });
      return override;
    },
    'document.record': async ({ session, record: { step, day, publication, note } }) => {
      const facts = { ...(publication ? { publication } : {}), ...(note === undefined ? {} : { note }) };
      const record = { step, day, ...facts, ...signed() };
      await change(session, { kind: 'progress', record });
      return record;
    },
    'document.removeRecord': ({ session, id }) =>
      change(session, { kind: 'removeProgress', id }).then(() => null),
  };
}

type ThresholdRequest = ParsedOf<'document.keepThreshold'>['threshold'];

/** A key without a value is left out, as it is in the file. */
function withoutBlanks(asked: ThresholdRequest): Omit<ThresholdRecord, 'id' | 'author' | 'at'> {
  return JSON.parse(JSON.stringify(asked)) as Omit<ThresholdRecord, 'id' | 'author' | 'at'>;
}
