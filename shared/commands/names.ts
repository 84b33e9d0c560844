/*
 * Names only: the sandboxed preload loads this file, so it must not pull in any schema.
 * One list per area; its input schemas and result types are in the file of the same name.
 */

const app = [
  'app.info',
  'app.openGuide',
  'app.pendingFiles',
  'window.flushed',
  'window.documentShown',
] as const;

const documents = [
  'document.new',
  'document.samples',
  'document.sample',
  'document.choose',
  'document.open',
  'document.get',
  'document.sessions',
  'document.apply',
  'document.undo',
  'document.redo',
  'document.save',
  'document.saveAs',
  'document.overwrite',
  'document.close',
  'document.lookAgain',
  'document.takeOverLock',
  'document.history',
  'document.comment',
  'document.removeComment',
  'document.leftover',
  'document.settleReview',
  'document.keepRound',
  'document.accept',
  'document.removeAcceptance',
  'document.keepThreshold',
  'document.removeThreshold',
  'document.override',
  'document.record',
  'document.removeRecord',
  'document.attach',
  'document.attachment',
  'document.source',
  'document.addRevision',
  'document.removeRevision',
  'document.revision',
  'document.restoreRevision',
  'document.backups',
  'document.openBackup',
  'document.recoverable',
] as const;

const rescue = ['rescue.inspect', 'rescue.write'] as const;

const thin = ['thin.preview', 'thin.write'] as const;

const intake = ['intake.choose', 'intake.import', 'intake.merge', 'intake.carry'] as const;

const publish = [
  'publish.preview',
  'publish.plan',
  'publish.exposures',
  'publish.present',
  'publish.chooseFolder',
  'publish.write',
  'publish.showFile',
  'publish.openFolder',
  'publish.print',
  'publish.batch',
  'publish.documents',
  'publish.ledger',
] as const;

const compare = ['compare.export'] as const;

const checks = [
  'checks.neighbours',
  'checks.gates',
  'checks.writeSheet',
  'knowledge.get',
  'knowledge.import',
  'knowledge.reset',
] as const;
const office = ['office.ledger', 'office.renew', 'office.pair', 'office.record'] as const;

const jobs = ['jobs.cancel'] as const;

const settings = ['settings.get', 'settings.set', 'recent.list', 'recent.forget'] as const;

/** Every command that a window may ask the shell for. */
export const commandNames = [
  ...app,
  ...documents,
  ...rescue,
  ...thin,
  ...intake,
  ...publish,
  ...compare,
  ...checks,
  ...office,
  ...jobs,
  ...settings,
] as const;

export type CommandName = (typeof commandNames)[number];

/** The channel that carries a command between the processes. */
export const channelOf = (name: CommandName): string => `command:${name}`;
