import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';
import { afterAll, describe, expect, test } from 'vitest';

interface Layers {
  readonly sharedLayers: readonly string[];
  readonly electronLayers: readonly { readonly name: string; readonly paths: readonly string[] }[];
  readonly layerRules: readonly IForbiddenRuleType[];
}

const { electronLayers, layerRules, sharedLayers } = (await import(
  `${process.cwd()}/scripts/imports/layers.mjs`
)) as Layers;

/* The rules are run over small trees of files in which one import is against the layers. */

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** Names of the rules that a tree breaks. A file imports, for its types alone, the files named for it. */
async function broken(imports: Readonly<Record<string, readonly string[]>>): Promise<readonly string[]> {
  const root = mkdtempSync(join(tmpdir(), 'layers-'));
  folders.push(root);
  const files = new Set([...Object.keys(imports), ...Object.values(imports).flat()]);
  for (const file of files) writeModule(root, file, imports[file] ?? []);
  const { output } = await cruise(['.'], {
    baseDir: root,
    validate: true,
    ruleSet: { forbidden: [...layerRules] },
    tsPreCompilationDeps: true,
  });
  const { violations } = (output as ICruiseResult).summary;
  return [...new Set(violations.map(({ rule }) => rule.name))].sort();
}

function writeModule(root: string, file: string, imports: readonly string[]): void {
  const up = '../'.repeat(file.split('/').length - 1);
  const lines = imports.map((path, at) => `import type { T as T${String(at)} } from '${up}${path}';`);
  const used = ['string', ...imports.map((_, at) => `T${String(at)}`)].join(' | ');
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), `${lines.join('\n')}\nexport type T = ${used};\n`);
}

describe('each layer', () => {
  const LADDERS: Readonly<Record<string, readonly string[]>> = {
    shared: sharedLayers.map((layer) => `${layer}/file.ts`),
    electron: [
      'machine/file.ts',
      'locale.ts',
      'database/file.ts',
      'files/file.ts',
      'processes/file.ts',
      'store/file.ts',
      'publish/render.ts',
      'jobs/kinds.ts',
      'publish/module.ts',
      'main.ts',
    ],
    renderer: [
      'shell.ts',
      'i18n/file.ts',
      'state/file.ts',
      'components/file.tsx',
      'fields/file.tsx',
      'screens/start/file.tsx',
      'app/file.tsx',
    ],
  };

  test.each(Object.entries(LADDERS))('of %s/ may not import the next one above it', async (root, ladder) => {
    const files = ladder.map((file) => `${root}/${file}`);
    const upward = files.slice(0, -1).map((file, at) => [file, files.slice(at + 1, at + 2)] as const);
    const rules = layerRules.flatMap(({ name }) => (name?.startsWith(`${root}-`) ? [name] : []));
    const expected = rules.filter((name) => name.endsWith('-imports-no-layer-above')).slice(0, -1);
    expect(expected).toHaveLength(ladder.length - 1);
    expect(await broken(Object.fromEntries(upward))).toEqual([...expected].sort());
  });

  test.each(Object.entries(LADDERS))('of %s/ may import every one below it', async (root, ladder) => {
    const files = ladder.map((file) => `${root}/${file}`);
    expect(await broken(Object.fromEntries(files.map((file, at) => [file, files.slice(0, at)])))).toEqual([]);
  });
});

describe('a single import against the rules is found', () => {
  test.each([
    ['shared/japanese/a.ts', 'shared/commands/b.ts', 'shared-japanese-imports-no-layer-above'],
    ['shared/unknown/a.ts', 'shared/japanese/b.ts', 'shared-folder-has-a-layer'],
    ['electron/publish/render.ts', 'electron/publish/module.ts', 'electron-services-imports-no-layer-above'],
    ['electron/documents/a.ts', 'electron/cli/b.ts', 'electron-modules-imports-no-layer-above'],
    ['renderer/screens/start/a.ts', 'renderer/screens/compare/b.ts', 'renderer-screens-are-independent'],
  ])('%s → %s', async (from, to, rule) => {
    expect(await broken({ [from]: [to] })).toEqual([rule]);
  });
});

test('circles through types alone are found', async () => {
  expect(
    await broken({ 'shared/forms/a.ts': ['shared/forms/b.ts'], 'shared/forms/b.ts': ['shared/forms/a.ts'] }),
  ).toContain('no-circular');
});

/** The files that an expression such as `publish/(render|source)\\.ts$` names one by one. */
function filesOf(expression: string): readonly string[] {
  const [, folder = '', names = ''] = /^([a-z]+\/)?\(?([\w|]+)\)?\\\.ts\$$/.exec(expression) ?? [];
  return names === '' ? [] : names.split('|').map((name) => `electron/${folder}${name}.ts`);
}

test('every file that the table names one by one exists, so that a renamed one keeps its layer', () => {
  const files = electronLayers.flatMap(({ paths }) => paths.flatMap(filesOf));
  expect(files).toContain('electron/publish/render.ts');
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
});
