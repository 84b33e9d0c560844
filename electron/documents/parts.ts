import type { Backups } from '../files/backups';
import type { Judge } from '../files/lock/judgement';
import type { StoreHost } from '../store/contract';
import type { DocumentEdges } from './edges';

/** What the service of documents is made of. */
export interface DocumentParts {
  readonly edges: Pick<DocumentEdges, 'newId' | 'program' | 'machine' | 'author'>;
  readonly host: StoreHost;
  readonly backups: Backups;
  readonly judge: Judge;
}
