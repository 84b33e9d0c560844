import type batch from '../../resources/locales/ja/batch.json';
import type checking from '../../resources/locales/ja/checking.json';
import type checks from '../../resources/locales/ja/checks.json';
import type common from '../../resources/locales/ja/common.json';
import type documents from '../../resources/locales/ja/documents.json';
import type compare from '../../resources/locales/ja/compare.json';
import type editor from '../../resources/locales/ja/editor.json';
import type errors from '../../resources/locales/ja/errors.json';
import type guidance from '../../resources/locales/ja/guidance.json';
import type help from '../../resources/locales/ja/help.json';
import type intake from '../../resources/locales/ja/intake.json';
import type ledger from '../../resources/locales/ja/ledger.json';
import type palette from '../../resources/locales/ja/palette.json';
import type preview from '../../resources/locales/ja/preview.json';
import type settings from '../../resources/locales/ja/settings.json';
import type start from '../../resources/locales/ja/start.json';
import type threshold from '../../resources/locales/ja/threshold.json';

/**
 * The texts of the screens, one namespace an area: their keys, as types, come from the Japanese files.
 * A new file `resources/locales/{ja,en}/<name>.json` gets one line here; loading it needs nothing more.
 */
export interface Namespaces {
  readonly batch: typeof batch;
  readonly checking: typeof checking;
  readonly checks: typeof checks;
  readonly common: typeof common;
  readonly documents: typeof documents;
  readonly compare: typeof compare;
  readonly editor: typeof editor;
  readonly errors: typeof errors;
  readonly guidance: typeof guidance;
  readonly help: typeof help;
  readonly intake: typeof intake;
  readonly ledger: typeof ledger;
  readonly palette: typeof palette;
  readonly preview: typeof preview;
  readonly settings: typeof settings;
  readonly start: typeof start;
  readonly threshold: typeof threshold;
}
