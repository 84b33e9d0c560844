import { createHash } from 'node:crypto';
import type { DocumentService } from '../../../electron/documents/service';
import { applyEdit, setValue, type Edit } from '../../../shared/assessment/edit';
import type { Applied } from '../../../shared/commands/documents';
import type { Random } from '../world/random';
import type { Entry } from './ledger';
import type { Person } from './person';
import type { Window, Windows } from './windows';
import type { PeopleWorld } from './world';

/** Texts of 様式2. */
const FIELDS = ['cover.name', 'cover.remarks', 'I.2', 'I.6'] as const;

/** Where pictures are shown. */
const PICTURES = 'I.6';

/** What a person changes in a document, each with words that occur nowhere else, and what is noted of the answers. */
export class Changes {
  readonly #random: Random;

  constructor(
    private readonly world: PeopleWorld,
    private readonly person: Person,
    private readonly windows: Windows,
  ) {
    this.#random = person.pc.random.fork(`person ${person.plan.name}`);
  }

  async type(window: Window, count: number, field: number): Promise<void> {
    const { ledger } = this.world;
    const words = Array.from({ length: count }, () => ledger.word());
    const edits = words.map((word, at) => ({
      edit: this.#insert(window, word, FIELDS[(field + at) % FIELDS.length] ?? 'I.2'),
    }));
    const entry = ledger.ask({ person: this.person.plan.name, kind: 'edit', path: window.path, words });
    await this.#change(window, entry, `types ${words.join('')} into ${window.path}`, (service) =>
      service.session(window.session).apply(edits),
    );
  }

  async step(window: Window, act: 'undo' | 'redo'): Promise<void> {
    const { ledger } = this.world;
    const entry = ledger.ask({ person: this.person.plan.name, kind: 'undo', path: window.path, words: [] });
    const answer = await this.#change(window, entry, `${act}es in ${window.path}`, (service) =>
      service.session(window.session)[act](),
    );
    if (!answer?.edit) return;
    window.assessment = applyEdit(window.assessment, answer.edit);
    if (act === 'undo') entry.words = takenBack(answer.edit);
  }

  async comment(window: Window): Promise<void> {
    const { ledger } = this.world;
    const text = ledger.word();
    const entry = ledger.ask({
      person: this.person.plan.name,
      kind: 'comment',
      path: window.path,
      words: [text],
    });
    const author = { name: this.person.plan.name, department: '', pc: this.person.pc.settings.name };
    const comment = { id: this.#random.hex(5), text, at: this.person.pc.now(), author };
    await this.#change(window, entry, `comments ${text} in ${window.path}`, async (service) => {
      const session = service.session(window.session);
      await session.change({ kind: 'comment', comment });
      return session;
    });
  }

  async attach(window: Window, size: number): Promise<void> {
    const bytes = new Uint8Array(Buffer.from(this.#random.hex(size + 4), 'hex'));
    const hash = createHash('sha256').update(bytes).digest('hex');
    const entry = this.world.ledger.ask({
      person: this.person.plan.name,
      kind: 'attach',
      path: window.path,
      words: [hash],
    });
    const file = { hash, name: '図.png', mime: 'image/png', bytes };
    const answer = await this.#change(
      window,
      entry,
      `attaches a picture to ${window.path}`,
      async (service) => {
        const session = service.session(window.session);
        await session.change({ kind: 'attach', file });
        return session;
      },
    );
    if (answer) await this.#show(window, hash);
  }

  /** The text shows the picture: without its bytes the edit must not be anywhere. */
  async #show(window: Window, hash: string): Promise<void> {
    const word = `〈${hash}〉`;
    const edit = this.#insert(window, word, PICTURES);
    const entry = this.world.ledger.ask({
      person: this.person.plan.name,
      kind: 'edit',
      path: window.path,
      words: [word],
    });
    await this.#change(window, entry, `shows a picture in ${window.path}`, (service) =>
      service.session(window.session).apply([{ edit }]),
    );
  }

  /** Somewhere in the text; the window shows it before it is answered. */
  #insert(window: Window, word: string, field: string): Edit {
    const value = window.assessment.values[field];
    const text = typeof value === 'string' ? value : '';
    const at = this.#random.pick([
      0,
      text.length,
      ...[...text.matchAll(/〉/g)].map(({ index }) => index + 1),
    ]);
    const edit = setValue(window.assessment, field, text.slice(0, at) + word + text.slice(at));
    window.assessment = applyEdit(window.assessment, edit);
    return edit;
  }

  /** A change and what its answer says about where it is. */
  async #change<T extends Pick<Applied, 'state'>>(
    window: Window,
    entry: Entry,
    what: string,
    work: (service: DocumentService) => Promise<T>,
  ): Promise<T | undefined> {
    const { ledger } = this.world;
    const { process } = this.person;
    const answer = await this.person.ask(what, work);
    if (process?.isDead) return undefined;
    if (!answer) {
      entry.state = 'refused';
      await this.#refresh(window);
      return undefined;
    }
    if (answer.state.kind === 'unkept') ledger.unkept(entry, window.session);
    else ledger.acknowledge(entry);
    return answer;
  }

  /** A window whose edit was refused shows the document as the program has it. */
  async #refresh(window: Window): Promise<void> {
    try {
      const service = await this.person.start();
      window.assessment = service.session(window.session).view.assessment;
    } catch {
      for (const at of this.windows.of(window.session))
        if (this.windows.get(at) === window) this.windows.remove(at);
    }
  }
}

function takenBack(edit: Edit): readonly string[] {
  if (edit.kind === 'batch') return edit.edits.flatMap(takenBack);
  if (edit.kind !== 'set' || typeof edit.before !== 'string') return [];
  const after = typeof edit.after === 'string' ? edit.after : '';
  return wordsOf(edit.before).filter((word) => !after.includes(word));
}

export function wordsOf(text: string): readonly string[] {
  return text.match(/〈[0-9a-z]{4,}〉/g) ?? [];
}
