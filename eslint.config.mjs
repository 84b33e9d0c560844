import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Name every export; only tool configurations use a default export.',
};
const noRawIpc = {
  selector: "MemberExpression[object.name=/^ipc(Main|Renderer)$/][property.name='on']",
  message: 'Windows and shell talk through shared/commands only.',
};
const noManyArguments = {
  selector:
    "CallExpression:matches([callee.property.name=/^(push|unshift)$/], [callee.object.name='Math']) > SpreadElement",
  message:
    'A list of a foreign file has more elements than a call may have arguments: see shared/intake/lists.ts.',
};

export default defineConfig(
  {
    ignores: ['dist/', 'release/', '.cache/', 'tour/', 'test-results/', 'resources/', 'test/fixtures/'],
  },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      'no-restricted-syntax': ['error', noDefaultExport, noRawIpc],
      'no-irregular-whitespace': [
        'error',
        { skipComments: true, skipStrings: true, skipTemplates: true, skipRegExps: true, skipJSXText: true },
      ],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['shared/intake/**'],
    rules: { 'no-restricted-syntax': ['error', noDefaultExport, noRawIpc, noManyArguments] },
  },
  {
    // Characters of control are what old formats mark their parts with.
    files: ['shared/intake/readers/doc/**'],
    rules: { 'no-control-regex': 'off' },
  },
  { files: ['renderer/**'], ...reactHooks.configs.flat.recommended },
  {
    files: ['electron/cli.ts', 'electron/cli/**', 'scripts/**', 'test/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['scripts/**/*.mjs', '*.mjs', '*.config.ts', '*.cjs'],
    languageOptions: { globals: globals.node },
    // Plain JavaScript runs before anything is installed; the compiler checks it, with casts only where they help.
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['*.config.ts', '*.config.mjs', '.dependency-cruiser.mjs', 'test/e2e/harness/build-host.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    // Electron requires a sandboxed preload to be reached through ipcRenderer itself.
    files: ['electron/preload.ts'],
    rules: { 'no-restricted-syntax': ['error', noDefaultExport] },
  },
  { files: ['**/*.cjs', '.dependency-cruiser.mjs'], ...tseslint.configs.disableTypeChecked },
  prettier,
);
