import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  builtInKnowledge,
  readKnowledge,
  type Knowledge,
  type KnowledgeRefusal,
} from '../../shared/checks/facts/knowledge';
import { Failure } from '../../shared/commands/failure';
import type { KnowledgeInUse } from '../../shared/commands/checks';
import { writeAtomically } from '../files/atomicWrite';
import { removeIfPresent } from '../machine/wholeFile';
import type { Machine } from '../machine/machine';

/** A file of 知識データ is far smaller (bytes). */
const MAX_BYTES = 20_000_000;

interface Imported {
  readonly knowledge: Knowledge;
  readonly sha256: string;
}

/** 知識データ of this PC: what was imported, kept in a file of the person's settings, else what the program brings along. */
export class KnowledgeStore {
  #imported: Promise<Imported | undefined> | undefined;

  /** `path`: where the imported file is kept. */
  constructor(
    private readonly machine: Machine,
    private readonly path: string,
  ) {}

  async inUse(): Promise<KnowledgeInUse> {
    const imported = await this.imported();
    const { date, source } = imported?.knowledge ?? builtInKnowledge;
    return { date, source, imported: imported ?? null };
  }

  /** Takes a file into use. Throws a `Failure` where it is broken, older than what is in use, or of a newer format. */
  async importFile(file: string): Promise<KnowledgeInUse> {
    const name = basename(file);
    const { size } = await stat(file);
    if (size > MAX_BYTES) throw new Failure('knowledgeBroken', { name, where: '' });
    const bytes = await readFile(file);
    const current = (await this.imported())?.knowledge ?? builtInKnowledge;
    const read = readKnowledge(bytes.toString('utf8'), current);
    if (!read.ok) throw failureOf(read.refusal, name);
    await writeAtomically(this.machine, this.path, new Uint8Array(bytes));
    this.#imported = undefined;
    return this.inUse();
  }

  /** Back to what the program brings along. */
  async reset(): Promise<KnowledgeInUse> {
    await removeIfPresent(this.machine.files, this.path);
    this.#imported = undefined;
    return this.inUse();
  }

  private imported(): Promise<Imported | undefined> {
    this.#imported ??= this.read();
    return this.#imported;
  }

  /** A kept file that is damaged, or that a newer program has overtaken, is not used. */
  private async read(): Promise<Imported | undefined> {
    const bytes = await readFile(this.path).catch(() => undefined);
    const read = bytes && readKnowledge(bytes.toString('utf8'), builtInKnowledge);
    if (!bytes || !read?.ok) return undefined;
    return { knowledge: read.knowledge, sha256: createHash('sha256').update(bytes).digest('hex') };
  }
}

function failureOf(refusal: KnowledgeRefusal, name: string): Failure {
  switch (refusal.kind) {
    case 'broken':
      return new Failure('knowledgeBroken', { name, where: refusal.where });
    case 'newerFormat':
      return new Failure('knowledgeNewer', { name });
    case 'older':
      return new Failure('knowledgeOlder', { name, date: refusal.date, inUse: refusal.inUse });
  }
}
