import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A program whose system calls on sockets are recorded, with those of all its processes. */
export interface TracedProgram {
  /** Starts the program with the arguments, environment and standard streams it is given; ends with its exit code. */
  readonly path: string;
  /** Reads the record of calls and deletes it; to be called once, after the program has ended. */
  readonly calls: () => Promise<readonly string[]>;
}

const TRACED = 'socket,connect,bind,listen,sendto,sendmsg,sendmmsg';

/** Whether system calls can be recorded here: Linux, with strace, and allowed to trace. */
export function canTrace(): boolean {
  return process.platform === 'linux' && spawnSync('strace', ['-qq', '-o', '/dev/null', 'true']).status === 0;
}

export async function traced(program: string): Promise<TracedProgram> {
  const folder = await mkdtemp(join(tmpdir(), 'hyokasho-calls-'));
  const path = join(folder, 'program');
  const record = join(folder, 'calls');
  // `--seccomp-bpf` stops the program at the traced calls only; `-yy` shows the protocol and addresses of each socket.
  const strace = `strace -f -qq -A --seccomp-bpf -yy -s 0 -e signal=none -e trace=${TRACED}`;
  await writeFile(path, `#!/bin/sh\nexec ${strace} -o '${record}' '${program}' "$@"\n`);
  await chmod(path, 0o755);
  const calls = async () => {
    const lines = (await readFile(record, 'utf8')).split('\n').filter(Boolean);
    await rm(folder, { recursive: true, force: true });
    return lines;
  };
  return { path, calls };
}

/**
 * The calls that reach, or could reach, beyond this computer: with an internet address other than loopback, to a name server even at
 * loopback (it asks others), to accept connections at other addresses than loopback, and sockets below TCP and UDP.
 */
export function callsBeyond(calls: readonly string[]): readonly string[] {
  return calls.filter((call) => RULES.some((isBeyond) => isBeyond(call)));
}

const LOOPBACK = /inet_addr\("127\.|inet_pton\(AF_INET6, "(?:::1|::ffff:127\.[\d.]+)"/;
const NAME_SERVER = /sin6?_port=htons\((?:53|853|5353)\)/;

const RULES: readonly ((call: string) => boolean)[] = [
  (call) => /sa_family=AF_INET6?,/.test(call) && (!LOOPBACK.test(call) || NAME_SERVER.test(call)),
  (call) => /\blisten\(\d+<(?:TCP|UDP)/.test(call) && !/<TCP(?:v6)?:\[(?:127\.|\[::1\])/.test(call),
  (call) => /\bsocket\((?:AF_PACKET|AF_VSOCK|AF_BLUETOOTH|AF_INET6?, SOCK_(?!STREAM|DGRAM))/.test(call),
];
