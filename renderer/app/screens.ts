import type { ComponentType } from 'react';
import type { ScreenId } from '../state/screenId';

export interface ScreenEntry {
  readonly id: ScreenId;
  /** Needs an open assessment; without one the start screen is shown instead. */
  readonly needsDocument: boolean;
  /** Loads the screen when it is first shown: `() => import('…').then((module) => module.XScreen)`. */
  readonly load: () => Promise<ComponentType>;
}

/** The screens that this program has. Adding one is adding an entry. */
export const screens: readonly ScreenEntry[] = [
  {
    id: 'start',
    needsDocument: false,
    load: () => import('../screens/start/StartScreen').then((module) => module.StartScreen),
  },
  {
    id: 'editor',
    needsDocument: true,
    load: () => import('../screens/editor/EditorScreen').then((module) => module.EditorScreen),
  },
  {
    id: 'intake',
    needsDocument: false,
    load: () => import('../screens/intake/IntakeScreen').then((module) => module.IntakeScreen),
  },
  {
    id: 'compare',
    needsDocument: true,
    load: () => import('../screens/compare/CompareScreen').then((module) => module.CompareScreen),
  },
  {
    id: 'checks',
    needsDocument: true,
    load: () => import('../screens/checks/ChecksScreen').then((module) => module.ChecksScreen),
  },
  {
    id: 'submission',
    needsDocument: true,
    load: () => import('../screens/submission/SubmissionScreen').then((module) => module.SubmissionScreen),
  },
  {
    id: 'threshold',
    needsDocument: false,
    load: () => import('../screens/threshold/ThresholdScreen').then((module) => module.ThresholdScreen),
  },
  {
    id: 'preview',
    needsDocument: true,
    load: () => import('../screens/preview/PreviewScreen').then((module) => module.PreviewScreen),
  },
  {
    id: 'batch',
    needsDocument: false,
    load: () => import('../screens/batch/BatchScreen').then((module) => module.BatchScreen),
  },
  {
    id: 'settings',
    needsDocument: false,
    load: () => import('../screens/settings/SettingsScreen').then((module) => module.SettingsScreen),
  },
];
