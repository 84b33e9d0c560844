import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { usualEdges } from '../../../../electron/documents/edges';
import { editHandlers, fileHandlers, workHandlers } from '../../../../electron/documents/handlers';
import { judgementHandlers } from '../../../../electron/documents/judgements';
import { dispatch } from '../../../../electron/commands/dispatch';
import type { CommandContext } from '../../../../electron/commands/context';
import type { CommandName } from '../../../../shared/commands/names';
import type { InputOf, ValueOf } from '../../../../shared/commands/contract';
import { newRound } from '../../../../shared/assessment/round';
import { formOf, FORM_IDS } from '../../../../shared/forms/catalog';
import { findItem } from '../../../../shared/forms/lookup';
import { nameEdit, startService, temporaryFolder, writer } from './harness';

/** The commands of a window, answered by a real service. */
async function window() {
  const root = temporaryFolder();
  let ids = 0;
  const edges = {
    ...usualEdges,
    userData: join(root, 'userData'),
    workspace: () => root,
    agency: () => 'みなも県みなも市長',
    author: () => writer,
    program: 'test',
    newId: () => `h${String(ids++)}`,
    opened: () => undefined,
    emitState: () => undefined,
  };
  const { service } = await startService(root, edges);
  const dialogs = { choose: () => Promise.resolve(undefined), chooseNew: () => Promise.resolve(undefined) };
  const handlers = {
    ...fileHandlers(service, edges, dialogs),
    ...editHandlers(service),
    ...workHandlers(service, edges),
    ...judgementHandlers(service, edges),
  };
  const ask = async <Name extends CommandName>(name: Name, input: InputOf<Name>) => {
    const result = await dispatch(handlers, name, input, undefined as unknown as CommandContext);
    return result.ok ? { value: result.value as ValueOf<Name>, code: '' } : { code: result.error.code };
  };
  const { value: view } = await ask('document.new', { form: 'form3' });
  if (!view) throw new Error('no document');
  return { ask, view, session: view.session };
}

describe('a window', () => {
  it('gets a new assessment with the name of its agency, on every form', async () => {
    const { view } = await window();
    expect(view.assessment.values).toEqual({ 'cover.agency': 'みなも県みなも市長' });
    for (const id of FORM_IDS) expect(findItem(formOf(id), 'cover.agency')?.item.type).toBe('text');
  });

  it('keeps comments: who began one stays when it is changed and settled', async () => {
    const { ask, session } = await window();
    const { value: made } = await ask('document.comment', {
      session,
      comment: { path: 'I.1.m1', text: '正式名称ですか' },
    });
    expect(made).toMatchObject({ path: 'I.1.m1', author: writer });
    const id = made?.id ?? '';
    const { value: settled } = await ask('document.comment', {
      session,
      comment: { id, text: '正式名称です', resolved: true },
    });
    expect(settled).toMatchObject({ id, path: 'I.1.m1', text: '正式名称です', resolved: { author: writer } });
    const { value: open } = await ask('document.comment', { session, comment: { id, text: '正式名称です' } });
    expect(open).not.toHaveProperty('resolved');
    expect((await ask('document.removeComment', { session, id })).code).toBe('');
    expect((await ask('document.get', { session })).value?.comments).toEqual([]);
  });

  it('keeps what was decided about changes, the latest of each round, also in the file', async () => {
    const { ask, session, view } = await window();
    const round = {
      ...newRound('r1'),
      decisions: { 'I.1.m2': { material: false, ground: 'wording', reason: '誤字脱字の修正' } },
      drafts: { 'I.1.m2#0': { date: '令和8年12月1日' } },
    };
    await ask('document.keepRound', { session, round: newRound('r1') });
    await ask('document.keepRound', { session, round: newRound('r2') });
    expect((await ask('document.keepRound', { session, round })).code).toBe('');
    expect((await ask('document.get', { session })).value?.rounds).toEqual([round, newRound('r2')]);
    await ask('document.close', { session });
    const { value: again } = await ask('document.open', { path: view.path });
    expect(again?.rounds).toEqual([round, newRound('r2')]);
  });

  it('keeps acceptances, しきい値判断 and overrides with who and when, also in the file', async () => {
    const { ask, session, view } = await window();
    const acceptance = {
      rule: 'placeholder',
      version: 1,
      path: 'I.1.m1',
      fingerprint: '00ab',
      words: '〇〇',
      reason: '引用のため',
    };
    const { value: accepted } = await ask('document.accept', {
      session,
      acceptances: [acceptance, { ...acceptance, rule: 'gate:edition', path: '' }],
    });
    expect(accepted).toMatchObject([
      { ...acceptance, author: writer },
      { rule: 'gate:edition', author: writer },
    ]);
    expect((await ask('document.removeAcceptance', { session, id: accepted?.[1]?.id ?? '' })).code).toBe('');
    const counts = {
      people: 98_800,
      peopleParts: [{ name: '宛名ファイル', count: 98_800 }],
      incident: false,
    };
    const { value: threshold } = await ask('document.keepThreshold', {
      session,
      threshold: { ...counts, handlers: 40, handlersParts: [], duty: 'focused', performed: 'full' },
    });
    expect(threshold).toMatchObject({ ...counts, author: writer });
    const sentence = '委員会と調整済みのため、日付は後で記入する。';
    const { value: override } = await ask('document.override', {
      session,
      override: { purpose: 'submission', sentence, stopped: [{ gate: 'timing', count: 1 }] },
    });
    await ask('document.close', { session });
    const { value: again } = await ask('document.open', { path: view.path });
    expect(again?.acceptances).toEqual(accepted?.slice(0, 1));
    expect(again?.thresholds).toEqual([threshold]);
    expect(again?.overrides).toEqual([override]);
  });

  it('records the steps through the office with who and when, also in the file', async () => {
    const { ask, session, view } = await window();
    expect(view.progress).toEqual([]);
    const step = { step: 'published', day: '2026-12-01', publication: 'amendment' } as const;
    const { value: checking } = await ask('document.record', {
      session,
      record: { step: 'checking', day: '2026-11-02' },
    });
    const { value: published } = await ask('document.record', { session, record: step });
    expect(published).toMatchObject({ ...step, author: writer });
    const wrong = { step: 'published', day: '2026-02-30' } as const;
    expect((await ask('document.record', { session, record: wrong })).code).toBe('invalidInput');
    expect((await ask('document.removeRecord', { session, id: checking?.id ?? '' })).code).toBe('');
    await ask('document.close', { session });
    const { value: again } = await ask('document.open', { path: view.path });
    expect(again?.progress).toEqual([published]);
  });

  it('goes back to a revision in one step that can be taken back', async () => {
    const { ask, session } = await window();
    await ask('document.apply', { session, edits: [{ edit: nameEdit(undefined, '一') }] });
    const { value: revision } = await ask('document.addRevision', {
      session,
      kind: 'manual',
      name: '回議前',
    });
    await ask('document.apply', { session, edits: [{ edit: nameEdit('一', '二') }] });
    const id = revision?.id ?? '';
    expect((await ask('document.restoreRevision', { session, id })).value?.edit).toMatchObject({
      kind: 'batch',
    });
    expect((await ask('document.get', { session })).value?.assessment.values['I.1.m1']).toBe('一');
    await ask('document.undo', { session });
    expect((await ask('document.get', { session })).value?.assessment.values['I.1.m1']).toBe('二');
    const { value: history } = await ask('document.history', { session, path: 'I.1.m1' });
    // 一 and 二 were typed without a rest: one step of the history.
    expect(history?.map(({ after, act, label }) => [after, act ?? label])).toEqual([
      ['二', 'undo'],
      ['一', 'restore'],
      ['二', undefined],
    ]);
  });

  it('attaches pictures up to what a file can hold', async () => {
    const { ask, session } = await window();
    const picture = { session, name: '図.png', mime: 'image/png', bytes: new Uint8Array([1, 2, 3]) };
    const { value } = await ask('document.attach', picture);
    expect((await ask('document.attachment', { session, hash: value?.hash ?? '' })).value?.bytes).toEqual(
      picture.bytes,
    );
    expect((await ask('document.attach', { ...picture, bytes: new Uint8Array(81_000_000) })).code).toBe(
      'attachmentTooLarge',
    );
    expect((await ask('document.attachment', { session, hash: 'none' })).code).toBe('unknownPart');
  });

  it('is told when it asks for what is not there, or asks wrongly', async () => {
    const { ask, session } = await window();
    expect((await ask('document.get', { session: 'gone' })).code).toBe('sessionGone');
    expect((await ask('document.revision', { session, id: 'none' })).code).toBe('unknownPart');
    expect((await ask('document.sample', { id: '../../etc/passwd' })).code).toBe('unknownSample');
    expect((await ask('document.apply', { session, edits: [] })).code).toBe('invalidInput');
    expect((await ask('document.saveAs', { session })).value).toBeNull();
    expect((await ask('document.close', { session })).code).toBe('');
    expect((await ask('document.undo', { session })).code).toBe('sessionGone');
  });
});
