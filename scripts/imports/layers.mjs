/** The layers of `shared/` from the ground up: a folder imports itself and the folders named before it, types included. */
export const sharedLayers = [
  'japanese',
  'forms',
  'guidance',
  'images',
  'assessment',
  'threshold',
  'passages',
  'headings',
  'checks',
  'json',
  'ledger',
  'intake',
  'publish',
  'compare',
  'commands',
];

/** @typedef {{ readonly name: string, readonly paths: readonly string[] }} Layer */

/**
 * The layers of `electron/` from the ground up, each with the paths that belong to it, as regular expressions behind
 * `electron/`. A file of no entry belongs to the modules: whatever answers commands and opens windows.
 */
export const electronLayers = [
  { name: 'machine', paths: ['machine/'] },
  { name: 'resources', paths: ['(resources|locale|log)\\.ts$'] },
  { name: 'database', paths: ['database/'] },
  { name: 'files', paths: ['files/'] },
  { name: 'processes', paths: ['processes/'] },
  { name: 'store', paths: ['store/'] },
  {
    // What jobs do, and what the command line does without them: no windows, no settings, no open documents.
    name: 'services',
    paths: [
      'intake/(read|readInProcess)\\.ts$',
      'compare/render\\.ts$',
      'publish/(costly|digest|documentFacts|documentFiles|folder|pictures|publishFile|render|source|within)\\.ts$',
      'office/(conversion|facts|renewal)\\.ts$',
      'checks/(documentChecks|gatesOfFile|neighbours)\\.ts$',
      'jobs/(intake|kind|pause|silentTools)\\.ts$',
    ],
  },
  { name: 'jobs', paths: ['jobs/(?!intake|kind\\.|pause|silentTools|module|running)'] },
  { name: 'modules', paths: ['(?!main\\.|program\\.|preload\\.|cli[./])'] },
  { name: 'main', paths: ['(main|program|preload|cli)\\.ts$', 'cli/'] },
];

/** The layers of `renderer/` from the ground up; `shell.ts` is the way to the other process. */
export const rendererLayers = [
  { name: 'shell', paths: ['shell\\.ts$'] },
  { name: 'i18n', paths: ['i18n/'] },
  { name: 'state', paths: ['state/'] },
  { name: 'components', paths: ['components/'] },
  { name: 'fields', paths: ['fields/'] },
  { name: 'screens', paths: ['screens/'] },
  { name: 'app', paths: [''] },
];

const error = /** @type {const} */ ('error');

/**
 * Rules of dependency-cruiser for a ladder of layers from the ground up: from each layer, imports of any layer above.
 * @param {string} root
 * @param {readonly Layer[]} layers
 */
export function rulesOfLayers(root, layers) {
  const pattern = (/** @type {readonly string[]} */ paths) => `^${root}/(${paths.join('|')})`;
  return layers.map((layer, at) => ({
    name: `${root}-${layer.name}-imports-no-layer-above`,
    severity: error,
    from: {
      path: pattern(layer.paths),
      // The first layer that names a file is the one it belongs to.
      pathNot: layers.slice(0, at).map(({ paths }) => pattern(paths)),
    },
    to: {
      path: `^${root}/`,
      pathNot: layers.slice(0, at + 1).map(({ paths }) => pattern(paths)),
    },
  }));
}

/** @param {readonly string[]} folders */
const asLayers = (folders) => folders.map((name) => ({ name, paths: [`${name}/`] }));

/** A folder that the table does not name would be free of its rules. */
const unknownFolders = {
  name: 'shared-folder-has-a-layer',
  comment: 'A new folder of shared/ gets its place in the table of scripts/imports/layers.mjs.',
  severity: error,
  from: { path: '^shared/', pathNot: `^shared/(${sharedLayers.join('|')})/` },
  to: { path: '^shared/' },
};

/** Two circles of types, `align` ↔ `steps` and `nearest` ↔ `print`, stand until the recogniser is rebuilt in stages. */
const circlesOfRecogniser = '^shared/intake/recognise/';

const circles = [
  {
    name: 'no-circular',
    comment: 'Types included.',
    severity: error,
    from: { path: '^(shared|electron|renderer)/', pathNot: circlesOfRecogniser },
    to: { circular: true },
  },
  {
    name: 'no-circular-values',
    severity: error,
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
];

const independentScreens = {
  name: 'renderer-screens-are-independent',
  comment: 'What two screens share belongs to components/ or state/.',
  severity: error,
  from: { path: '^renderer/screens/([^/]+)/' },
  to: { path: '^renderer/screens/', pathNot: '^renderer/screens/$1/' },
};

/** Every rule about directions between our own files. */
export const layerRules = [
  ...rulesOfLayers('shared', asLayers(sharedLayers)),
  unknownFolders,
  ...rulesOfLayers('electron', electronLayers),
  ...rulesOfLayers('renderer', rendererLayers),
  independentScreens,
  ...circles,
];
