import { Failure, toResult } from '../../shared/commands/failure';
import type { StarterPort } from '../processes/port';
import type { DocumentStore, StoreHost } from './contract';
import type { FileTasks } from './fileTasks';
import type { FromStore, StoreCall, StoreCalls, ToStore } from './messages';

type Served = {
  readonly [Call in StoreCall]: (input: StoreCalls[Call]['input']) => Promise<StoreCalls[Call]['output']>;
};

/**
 * Answers the calls of the process that started this one with the documents of `host`. One document is open at a time: opening
 * the next one closes it. `expect` is called with the bytes that a call is going to need, before they are taken.
 */
export function serveStore(
  port: StarterPort<ToStore, FromStore>,
  { host, tasks }: { readonly host: StoreHost; readonly tasks: FileTasks },
  expect: Expecting,
  warmUp: () => void = () => undefined,
): void {
  const served: Served = { ...documentCalls(host, expect, warmUp), ...fileCalls(tasks, expect) };
  port.onMessage(({ id, call, input }) => {
    const work = served[call] as (input: unknown) => Promise<unknown>;
    void toResult(() => work(input)).then((result) => port.send({ id, result }));
  });
}

export interface Expecting {
  /** A file that is going to be read. */
  readonly file: (path: string) => Promise<void>;
  readonly bytes: (count: number) => Promise<void>;
}

type FileCall = keyof FileTasks;

function documentCalls(host: StoreHost, expect: Expecting, warmUp: () => void): Omit<Served, FileCall> {
  let open: DocumentStore | undefined;
  const store = () => {
    if (!open) throw new Failure('storeGone');
    return open;
  };
  return {
    async open({ path }) {
      await open?.close();
      open = undefined;
      await expect.file(path);
      const { opened, store: next } = await host.open(path);
      open = next;
      return opened;
    },
    async write({ document, path, stamp }) {
      await expect.bytes(document.attachments.reduce((sum, { bytes }) => sum + bytes.length, 0));
      return host.write(document, path, stamp);
    },
    async apply(changes) {
      const attached = changes.flatMap((change) =>
        change.kind === 'attach' ? [change.file.bytes.length] : [],
      );
      // Not awaited: a call takes effect when it is received.
      if (attached.length > 0) void expect.bytes(attached.reduce((sum, count) => sum + count, 0));
      await store().apply(changes);
      return undefined;
    },
    writeTo: ({ path, stamp }) => store().writeTo(path, stamp),
    attachment: ({ hash }) => store().attachment(hash),
    history: ({ after, count }) => store().history(after, count),
    warmUp: () => {
      warmUp();
      return Promise.resolve(undefined);
    },
    whole: () => store().whole(),
  };
}

/** Files that are read, and not kept open. */
function fileCalls(tasks: FileTasks, expect: Expecting): Pick<Served, FileCall> {
  return {
    inspect: async ({ path }) => expect.file(path).then(() => tasks.inspect({ path })),
    rescue: async (request) => expect.file(request.path).then(() => tasks.rescue(request)),
    previewThin: async (request) => expect.file(request.path).then(() => tasks.previewThin(request)),
    thin: async (request) => expect.file(request.path).then(() => tasks.thin(request)),
  };
}
