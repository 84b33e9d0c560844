import { SHARE } from './setting';
import { firstDocument } from './oracle/start';
import type { Play } from './run';
import type { Story } from './story';
import { encodeOlder, smallCodec } from './world/smallCodec';
import { statusOf, type Volume } from './world/volume';

/** Folders and documents that are there from the beginning. */
export function furnish(play: Play): void {
  const homes = play.story.pcs.flatMap(({ people }, at) =>
    people.map((_, n) => ({ pc: play.pcs[at], home: `/home/user${String(n + 1)}` })),
  );
  for (const { disk } of play.pcs) {
    for (const folder of ['/home', SHARE]) disk.volume.makeFolder(folder);
    disk.volume.flushNames();
  }
  play.share.makeFolder('/福祉課');
  for (const { pc, home } of homes) pc?.disk.volume.makeFolder(home);
  play.story.documents.forEach((plan, at) => putDocument(play, plan, at));
  for (const { path } of play.story.documents) play.ledger.known.add(path);
  for (const volume of [play.share, ...play.pcs.map(({ disk }) => disk.volume)]) volume.flushNames();
}

function putDocument(play: Play, { path, isOlder }: Story['documents'][number], at: number): void {
  const document = firstDocument(`d${String(at)}`);
  const stamp = { save: String(at).padStart(16, '0'), program: 'simulated' };
  const { codec } = play.world;
  const bytes =
    isOlder && codec === smallCodec ? encodeOlder(document, stamp) : codec.create(document).export(stamp);
  const isShared = path.startsWith(SHARE);
  const volumes = isShared ? [play.share] : play.pcs.map(({ disk }) => disk.volume);
  for (const volume of volumes) {
    const inside = isShared ? path.slice(SHARE.length) : path;
    if (inside.length * 3 <= volume.kind.maxPath) putFile(volume, inside, bytes);
  }
}

function putFile(volume: Volume, path: string, bytes: Uint8Array): void {
  if (statusOf(volume, path)) return;
  const handle = volume.open(path, 'wx', 0o644, 'before');
  handle.write(bytes);
  handle.flush();
  handle.close();
}
