import type { FileStatus, FileSystem, OpenFile, OpenMode } from '../../../electron/machine/fileSystem';
import type { Calls } from './calls';
import { systemError } from './errors';
import type { VolumeHandle } from './handle';
import type { Mount } from './mount';
import type { Pc, Process } from './pc';
import type { Volume } from './volume';

/** The disk and the shares of a PC, as one program of it uses them. */
export class SimulatedFiles implements FileSystem {
  constructor(
    private readonly process: Process,
    private readonly calls: Calls,
  ) {}

  open(path: string, mode: OpenMode, permissions?: number): Promise<OpenFile> {
    const { mount, on } = this.#at(path);
    const act = () => {
      const { process, calls } = this;
      const handle = on((volume, inside) => volume.open(inside, mode, permissions, process.pc.settings.name));
      if (mode !== 'r') mount.changed(mount.inside(path));
      process.handles.add(handle);
      return new SimulatedFile(process, calls, mount, handle, path);
    };
    return this.calls.make({ name: `open ${mode}`, path, mount, act });
  }

  rename(from: string, to: string): Promise<void> {
    return this.#two('rename', from, to, (volume, source, target) => volume.rename(source, target));
  }

  link(existing: string, path: string): Promise<void> {
    return this.#two('link', existing, path, (volume, source, target) => volume.link(source, target));
  }

  copy(from: string, to: string): Promise<void> {
    const origin = this.process.pc.settings.name;
    const source = this.#at(from);
    const target = this.#at(to);
    const act = () => {
      source.on((volume, inside) => target.on((other, path) => volume.copyTo(other, inside, path, origin)));
      target.mount.changed(target.mount.inside(to));
    };
    return this.calls.make({
      name: 'copy',
      path: to,
      mount: source.mount.isRemote ? source.mount : target.mount,
      act,
    });
  }

  remove(path: string): Promise<void> {
    return this.#one('remove', path, (volume, inside) => volume.remove(inside));
  }

  removeFolder(path: string): Promise<void> {
    return this.#one('remove folder', path, (volume, inside) => volume.removeFolder(inside));
  }

  makeFolder(path: string): Promise<void> {
    return this.#one('make folder', path, (volume, inside) => volume.makeFolder(inside));
  }

  status(path: string): Promise<FileStatus> {
    return this.#asked('stat', path, (volume, inside) => volume.status(inside));
  }

  list(path: string): Promise<readonly string[]> {
    return this.#asked('list', path, (volume, inside) => volume.list(inside));
  }

  resolve(path: string): Promise<string> {
    const { mount, on } = this.#at(path);
    const act = () =>
      on((volume, inside) => {
        const resolved = volume.resolve(inside);
        return volume === mount.volume && mount.isRemote ? `${mount.prefix}${resolved}` : resolved;
      });
    return this.calls.make({ name: 'resolve', path, mount, act });
  }

  flushFolder(path: string): Promise<void> {
    return this.#one('flush folder', path, (volume, inside) => volume.flushFolder(inside));
  }

  #one(name: string, path: string, act: (volume: Volume, inside: string) => void): Promise<void> {
    const { mount, on } = this.#at(path);
    return this.calls.make({
      name,
      path,
      mount,
      act: () => {
        on(act);
        mount.changed(mount.inside(path));
      },
    });
  }

  #asked<T>(name: string, path: string, ask: (volume: Volume, inside: string) => T): Promise<T> {
    const { mount, on } = this.#at(path);
    const act = () =>
      on((volume, inside) =>
        volume === mount.volume
          ? mount.remembered(name, inside, () => ask(volume, inside))
          : ask(volume, inside),
      );
    return this.calls.make({ name, path, mount, act });
  }

  #two(
    name: string,
    from: string,
    to: string,
    act: (volume: Volume, from: string, to: string) => void,
  ): Promise<void> {
    const { mount, on } = this.#at(from);
    const other = this.process.pc.mountOf(to);
    return this.calls.make({
      name,
      path: to,
      mount,
      act: () => {
        if (other !== mount) throw systemError('EXDEV', name, to);
        on((volume, inside) => act(volume, inside, volume === mount.volume ? mount.inside(to) : to));
        mount.changed(mount.inside(from));
        mount.changed(mount.inside(to));
      },
    });
  }

  #at(path: string): {
    readonly mount: Mount;
    readonly on: <T>(act: (volume: Volume, inside: string) => T) => T;
  } {
    const { pc } = this.process;
    const mount = pc.mountOf(path);
    return { mount, on: (act) => act(...reached(pc, mount, path)) };
  }
}

/** The volume that answers for a path now. */
function reached(pc: Pc, mount: Mount, path: string): readonly [Volume, string] {
  switch (mount.reach.kind) {
    case 'up':
      return [mount.volume, mount.inside(path)];
    case 'empty':
      return [pc.disk.volume, path];
    case 'away':
      throw systemError(mount.reach.code, 'connect', path);
  }
}

class SimulatedFile implements OpenFile {
  readonly #connection: number;

  constructor(
    private readonly process: Process,
    private readonly calls: Calls,
    private readonly mount: Mount,
    private readonly handle: VolumeHandle,
    private readonly path: string,
  ) {
    this.#connection = mount.connection;
  }

  read(length: number, position: number): Promise<Uint8Array> {
    return this.#make('read', () => this.handle.read(length, position));
  }

  write(bytes: Uint8Array, position?: number): Promise<void> {
    const copy = bytes.slice();
    const part = () => this.handle.write(copy.subarray(0, this.process.random.below(copy.length)), position);
    return this.#make('write', () => this.#changing(() => this.handle.write(copy, position)), part);
  }

  truncate(size: number): Promise<void> {
    return this.#make('truncate', () => this.#changing(() => this.handle.truncate(size)));
  }

  status(): Promise<FileStatus> {
    return this.#make('stat open', () => this.handle.status());
  }

  flush(): Promise<void> {
    return this.#make('flush', () => this.handle.flush());
  }

  close(): Promise<void> {
    return this.#make('close', () => {
      this.process.handles.delete(this.handle);
      this.handle.close();
    });
  }

  #changing(act: () => void): void {
    act();
    this.mount.changed(this.mount.inside(this.path));
  }

  #make<T>(name: string, act: () => T, part?: () => void): Promise<T> {
    const { path, mount } = this;
    const checked = () => {
      this.#assertConnected(name);
      return act();
    };
    return this.calls.make({ name, path, mount, act: checked, ...(part ? { part } : {}) });
  }

  #assertConnected(call: string): void {
    const { mount, handle, path, process } = this;
    if (mount.connection !== this.#connection) {
      process.handles.delete(handle);
      handle.abandon();
      throw systemError('ESTALE', call, path);
    }
    if (mount.reach.kind !== 'up' && mount.isRemote)
      throw systemError(mount.reach.kind === 'away' ? mount.reach.code : 'ESTALE', call, path);
  }
}
