import type { DocumentChange, HyokaDocument } from '../../shared/assessment/document';
import type { History } from '../../shared/assessment/history';
import type { DamageReport } from '../../shared/commands/rescue';
import type { Result } from '../../shared/commands/result';
import type { ThinPreview } from '../../shared/commands/thin';
import type { FileMark, OpenedDocument, Stamp } from '../database/contract';
import type { RescueRequest, ThinRequest } from './fileTasks';

/** What a store process does, with what it is given and what it answers. All of it survives structured cloning. */
export interface StoreCalls {
  readonly open: { readonly input: { readonly path: string }; readonly output: OpenedDocument };
  readonly write: {
    readonly input: { readonly document: HyokaDocument; readonly path: string; readonly stamp: Stamp };
    readonly output: FileMark;
  };
  readonly apply: { readonly input: readonly DocumentChange[]; readonly output: undefined };
  readonly writeTo: {
    readonly input: { readonly path: string; readonly stamp: Stamp };
    readonly output: FileMark;
  };
  readonly attachment: { readonly input: { readonly hash: string }; readonly output: Uint8Array | undefined };
  readonly history: {
    readonly input: { readonly after: number; readonly count: number };
    readonly output: History;
  };
  /** Reads a document of its own once, so that the first real one is read as fast as the next. */
  readonly warmUp: { readonly input: null; readonly output: undefined };
  readonly whole: { readonly input: null; readonly output: HyokaDocument };
  readonly inspect: { readonly input: { readonly path: string }; readonly output: DamageReport };
  readonly rescue: { readonly input: RescueRequest; readonly output: FileMark };
  readonly previewThin: {
    readonly input: Pick<ThinRequest, 'path' | 'now'>;
    readonly output: ThinPreview;
  };
  readonly thin: { readonly input: ThinRequest; readonly output: FileMark };
}

export type StoreCall = keyof StoreCalls;

export interface ToStore {
  /** Of the call; its answer has the same. */
  readonly id: number;
  readonly call: StoreCall;
  readonly input: unknown;
}

export interface FromStore {
  readonly id: number;
  readonly result: Result<unknown>;
}
