/** @typedef {import('./types').SourceEdit} Edit */
/** @typedef {import('./types').Mutant} Mutant */

/**
 * What whoever takes a lock over removes: the file that its former holder may be about to rename.
 * @type {readonly Edit[]}
 */
const FENCE = [
  {
    file: 'electron/files/lock/lock.ts',
    find: "  if (left.kind === 'content') await removeFenced(judge.machine, path, left.content.token);",
    replace: "  if (left.kind === 'folder') await removeFenced(judge.machine, path, '');",
  },
  {
    file: 'electron/documents/opening.ts',
    find: '  await removeLeftTemporaries(machine.files, path);',
    replace: "  if (path === '') await removeLeftTemporaries(machine.files, path);",
  },
];

/** @param {Edit | undefined} edit @returns {Edit} */
function only(edit) {
  if (!edit) throw new Error('no edit');
  return edit;
}

/**
 * Mutants of the save path: each takes one flush, one look at a lock, one line of the journal or one order away.
 * @type {readonly Mutant[]}
 */
export const MUTANTS = [
  {
    name: 'temporary file of small files is not flushed',
    file: 'electron/files/atomicWrite.ts',
    find: '    await file.write(bytes);\n    await file.flush();',
    replace: '    await file.write(bytes);',
  },
  {
    name: 'rename is not flushed',
    file: 'electron/files/atomicWrite.ts',
    find: 'return works(files.flushFolder(dirname(path)), (error) =>',
    replace: 'return works(Promise.resolve(), (error) =>',
  },
  {
    name: 'a name counts as flushed where no folder can be',
    file: 'electron/files/atomicWrite.ts',
    find: 'hasNoFolderFlush(error) ? works(flushFile(files, path), () => false) : false,',
    replace: 'hasNoFolderFlush(error),',
  },
  {
    name: 'document is not flushed before it is renamed',
    file: 'electron/store/writeFlushed.ts',
    find: '      await file.write(bytes);\n      await file.flush();',
    replace: '      await file.write(bytes);',
  },
  {
    name: 'new folder is not flushed',
    file: 'electron/files/folder.ts',
    find: '  await flushNames(files, dirname(folder));',
    replace: '',
  },
  {
    name: 'folder of a journal is not flushed',
    file: 'electron/files/journal/folder.ts',
    find: '  await flushNames(files, root);',
    replace: '',
  },
  {
    name: 'lines of the journal are not flushed',
    file: 'electron/files/journal/journal.ts',
    find: '      await file.write(bytes, this.#size);\n      await file.flush();',
    replace: '      await file.write(bytes, this.#size);',
  },
  {
    name: 'lines are appended behind what is left of a torn line',
    file: 'electron/files/journal/journal.ts',
    find: '      if (this.#hasRemains) await file.truncate(this.#size);\n      this.#hasRemains = true;\n      await file.write(bytes, this.#size);',
    replace: '      this.#hasRemains = true;\n      await file.write(bytes, (await file.status()).size);',
  },
  {
    name: 'journal begins anew without what was typed meanwhile',
    file: 'electron/files/journal/journal.ts',
    find: "    const text = [first, ...kept].join('');",
    replace: '    const text = first;',
  },
  {
    name: 'changes after a gap count as kept',
    file: 'electron/files/journal/journal.ts',
    find: '    if (this.#gap > 0) {',
    replace: '    if (this.#gap < 0) {',
  },
  {
    name: 'bytes of attachments are not in the journal',
    file: 'electron/files/journal/journal.ts',
    find: "      if (change.kind === 'attach')\n",
    replace: "      if (change.kind === 'attach' && change.file.bytes.length > 1_000_000)\n",
  },
  {
    name: 'torn lines of the journal count',
    file: 'electron/files/journal/lines.ts',
    find: "    if (json === '' || parseInt(line.slice(0, 8), 16) !== crc32(json)) break;",
    replace: "    if (json === '') break;",
  },
  {
    name: 'changes made together are lines of their own',
    file: 'electron/files/journal/journal.ts',
    find: '    const text = lineOf(n, this.machine.clock.now(), changes);',
    replace:
      "    const text = changes.map((change, at) => lineOf(n + at, this.machine.clock.now(), [change])).join('');",
  },
  {
    name: 'neither lock nor file is looked at before the rename',
    file: 'electron/documents/editedFile.ts',
    find: '      assertAllowed: () => this.assertOurs(),',
    replace: '      assertAllowed: () => Promise.resolve(),',
  },
  {
    name: 'a lock that is lost does not stop a save',
    file: 'electron/documents/editedFile.ts',
    find: '    else this.assertHeld(standing);\n    // A file',
    replace: '    // A file',
  },
  {
    name: 'a file that others wrote is replaced',
    file: 'electron/documents/editedFile.ts',
    find: '    if (present && !this.isKnown(present)) throw',
    replace: '    if (present && !present.head) throw',
  },
  {
    name: 'a save that took too long goes on',
    file: 'electron/files/guardedRename.ts',
    find: '  if (clock.elapsed() - started > MAX_DECISION_AGE) return false;',
    replace: '  if (started < 0) return false;',
    besides: FENCE,
  },
  {
    name: 'a later change counts although an earlier one could not be kept',
    file: 'electron/documents/saver.ts',
    find: '    this.#unkept.delete(n);\n    this.#keptAt',
    replace: '    this.#unkept.clear();\n    this.#keptAt',
  },
  {
    name: 'file is not looked at after its name was flushed',
    file: 'electron/documents/editedFile.ts',
    find: '    const present = await this.presentMark().catch(() => undefined);',
    replace: '    const present: FileMark | undefined = mark;',
  },
  {
    name: 'lock is not looked at when a file is put in its place',
    file: 'electron/documents/putInPlace.ts',
    find: "    if (standing.kind !== 'ours') throw inUse",
    replace: "    if (standing.kind === 'missing') throw inUse",
    besides: FENCE,
  },
  {
    name: 'new file is not flushed into its place',
    file: 'electron/documents/putInPlace.ts',
    find: 'const isDurable = await flushName(machine.files, path);',
    replace: 'const isDurable = true;',
  },
  {
    name: 'journal is removed although the file could not be saved',
    file: 'electron/documents/session.ts',
    find: '    if (isSaved && file?.isDurable) await file.journal.discard();',
    replace: '    if (file) await file.journal.discard();',
  },
  {
    name: 'journal is removed although a power cut would take the file back',
    file: 'electron/documents/session.ts',
    find: '    if (isSaved && file?.isDurable) await',
    replace: '    if (isSaved && file) await',
  },
  {
    name: 'what is typed while a document closes is not written',
    file: 'electron/documents/session.ts',
    find: "    while (state.kind === 'saving') {",
    replace:
      "    if (state.kind === 'saving') state = { kind: 'saved', at: 0 };\n    while (state.kind === 'saving') {",
  },
  {
    name: 'what is typed after a document was closed is accepted',
    file: 'electron/documents/session.ts',
    find: "    if (this.#isClosed) throw new Failure('sessionGone');",
    replace: '',
  },
  {
    name: 'what is typed during saving elsewhere is not kept',
    file: 'electron/documents/session.ts',
    find: 'const isKept = await file.keepLater(n);',
    replace: 'const isKept = true;',
  },
  {
    name: 'an edit that no journal keeps is answered before it is saved',
    file: 'electron/documents/saver.ts',
    find: '    if (this.#unkept.has(n)) await this.now();',
    replace: '    if (this.#unkept.has(n)) void this.now();',
  },
  {
    name: 'another version is overwritten without a backup',
    file: 'electron/documents/editedFile.ts',
    find: '      await this.parts.backups.keepCopy(this.path);\n      this.#mark',
    replace: '      this.#mark',
  },
  {
    name: 'another document is replaced without a backup',
    file: 'electron/documents/saveTo.ts',
    find: '    if (isPresent) await keep(parts, path);',
    replace: '    if (!isPresent && !path) await keep(parts, path);',
  },
  {
    name: 'a save that was interrupted may end after the lock was taken over',
    ...only(FENCE[0]),
    also: FENCE.slice(1),
  },
  {
    name: 'what a person chose is replaced whatever it is by now',
    file: 'electron/documents/putInPlace.ts',
    find: '    await assertUnchanged(machine.files, target, mark);',
    replace: '',
  },
  {
    name: 'a copy is flushed through another handle than the one that wrote it',
    file: 'electron/machine/wholeFile.ts',
    find: '      await to.flush();',
    replace:
      '      await to.close(); await files.open(target, "r+").then((again) => again.flush().finally(() => again.close()));',
  },
  {
    name: 'locks are stale after half the time',
    file: 'electron/files/lock/judgement.ts',
    find: 'export const STALE_AFTER = 120_000;',
    replace: 'export const STALE_AFTER = 60_000;',
  },
  {
    name: 'owners give no sign of life',
    file: 'electron/files/lock/lock.ts',
    find: '    this.#beating ??= this.beat()',
    replace: '    this.#beating ??= Promise.resolve()',
  },
  {
    name: 'signs of life go on after the lock was released',
    file: 'electron/files/lock/lock.ts',
    find: '    this.#released = true;\n    this.#stopHeartbeat();',
    replace: '    this.#released = true;',
  },
  {
    name: 'a lock by a PC of the same name is taken over unasked',
    file: 'electron/files/lock/judgement.ts',
    find: ' && (await isOwnToken(found.content.token))',
    replace: ' && (await isOwnToken(found.content.token).then(() => true))',
  },
  {
    name: 'a lock that is there counts as ours',
    file: 'electron/files/lock/lock.ts',
    find: "    if (systemCode(error) === 'EEXIST') return false;",
    replace: "    if (systemCode(error) === 'EEXIST') return true;",
  },
  {
    name: 'a lock is removed whoever has it',
    file: 'electron/files/lock/lock.ts',
    find: '    if (found && isOurs(found, this.#content)) await removeLockFile',
    replace: '    if (found) await removeLockFile',
    // Removing looks at the lock twice by itself: each look alone is enough where nobody sleeps in between.
    also: [
      {
        file: 'electron/files/lock/files.ts',
        find: '    if (await belongsToOther(files, lockPath, token)) return false;',
        replace: '',
      },
      {
        file: 'electron/files/lock/files.ts',
        find: '  if (await belongsToOther(files, aside, token)) await files.rename(aside, lockPath);\n  else await',
        replace: '  await',
      },
    ],
  },
  {
    name: 'what cannot be put into the file is thrown away',
    file: 'electron/documents/recovery.ts',
    find: '  if (missingFrom(journal, save)?.length === 0 || unconfirmed(journal).length === 0)\n    return',
    replace: '  if (journal.folder !== save)\n    return',
  },
  {
    name: 'a folder that is gone is taken to be there',
    file: 'electron/documents/recovery.ts',
    find: '    if (await isFolder(parts.edges.machine.files, folder)) return folder;',
    replace:
      '    if (await makeFolder(parts.edges.machine.files, folder).then(() => isFolder(parts.edges.machine.files, folder))) return folder;',
  },
];
