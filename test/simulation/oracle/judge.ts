import { BACKUP_FOLDER } from '../../../electron/files/backups';
import { titleOf } from '../../../electron/files/names';
import { systemPaths } from './paths';
import type { Entry, Ledger } from '../people/ledger';
import type { Content, Found } from './findings';

/** Compares what was acknowledged with what the disks hold after everybody came back. */
export function judge(ledger: Ledger, found: readonly Found[]): void {
  for (const file of found) judgeFile(ledger, file);
  const places = placesOf(ledger, found);
  for (const entry of ledger.entries) {
    if (entry.state === 'acknowledged') judgeEntry(ledger, entry, places);
    if (entry.kind === 'edit') judgeWhole(ledger, entry, places.known);
  }
}

function judgeFile(ledger: Ledger, { path, content, place, size }: Found): void {
  if (place === 'journal') return;
  if (!content)
    ledger.violate(
      'unreadable',
      `${systemPaths(path)} (${place}, ${size === 0 ? 'empty' : 'not empty'}) is no document`,
    );
  else if (!content.isConsistent)
    ledger.violate('inconsistent', `${path} (${place}): its history does not lead to its values`);
  else if (place === 'document' && [...content.words].some((word) => isWithoutPicture(content, word)))
    ledger.violate('torn', `${path} shows a picture that it does not hold`);
}

/** A word that stands for a picture is the digest of its bytes. */
function isWithoutPicture({ words }: Content, word: string): boolean {
  const hash = /^〈([0-9a-f]{64})〉$/.exec(word)?.[1];
  return hash !== undefined && !words.has(hash);
}

interface Places {
  readonly known: readonly Found[];
  readonly unknown: readonly Found[];
  readonly hidden: readonly Found[];
  readonly backups: readonly Found[];
}

function placesOf(ledger: Ledger, found: readonly Found[]): Places {
  const documents = found.filter(({ place }) => place === 'document');
  return {
    known: documents.filter(({ path }) => ledger.known.has(path)),
    unknown: documents.filter(({ path }) => !ledger.known.has(path)),
    hidden: found.filter(({ place }) => place === 'hidden'),
    backups: found.filter(({ place }) => place === 'backup'),
  };
}

function judgeEntry(ledger: Ledger, entry: Entry, places: Places): void {
  const isIn = (files: readonly Found[]) =>
    entry.words.every((word) => files.some((file) => holds(file, entry, word)));
  if (isIn(places.known)) return;
  const what = `${entry.kind} ${entry.words.join('')} of ${entry.person} in ${entry.path}`;
  if (isIn([...places.known, ...places.unknown]))
    return ledger.violate('untold', `${what} is only in a file that nobody was told of`);
  if (isIn([...places.known, ...places.backups])) {
    const kept = places.backups.filter((file) => entry.words.some((word) => holds(file, entry, word)));
    const isDecided = ledger.decisions.some(
      ({ path, at }) => at >= entry.acknowledgedAt && kept.some((file) => isBackupOf(file, path)),
    );
    return isDecided ? undefined : ledger.violate('overwritten', `${what} is only in a backup`);
  }
  if (isIn([...places.known, ...places.unknown, ...places.hidden]))
    return ledger.violate('hidden', `${what} is in a file over which the share lies`);
  ledger.violate('lost', `${what} is nowhere`);
}

function holds({ content }: Found, entry: Entry, word: string): boolean {
  return (entry.kind === 'undo' ? content?.takenBack : content?.words)?.has(word) ?? false;
}

/** Backups that are kept on the PC itself do not say in words of which file they are. */
function isBackupOf({ path }: Found, document: string): boolean {
  return path.includes('/data/backups/') || path.includes(`/${BACKUP_FOLDER}/${titleOf(document)}/`);
}

/** The edits of one call are in a file together or not at all. */
function judgeWhole(ledger: Ledger, entry: Entry, files: readonly Found[]): void {
  for (const { path, content } of files) {
    const present = entry.words.filter((word) => content?.words.has(word)).length;
    if (content && present > 0 && present < entry.words.length)
      ledger.violate(
        'torn',
        `of ${entry.words.join('')}, typed by ${entry.person} at once, only a part is in ${path}`,
      );
  }
}
