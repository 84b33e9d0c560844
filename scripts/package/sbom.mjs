import { readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { Enums, Models, Serialize, SPDX, Spec } from '@cyclonedx/cyclonedx-library';
import { fromRoot } from '../lib/paths.mjs';
import { run } from '../lib/run.mjs';
import { copiedFiles } from '../build/resources.mjs';
import { sha256 } from './hashes.mjs';

/** Where the list is laid for electron-builder, which puts it beside the program. */
export const sbom = fromRoot('dist/sbom.cdx.json');

/** @typedef {{ name: string, version: string, license?: string }} Manifest */
/** @typedef {{ integrity?: string, resolved?: string }} Locked */
/** @typedef {{ path: string | null, version: string }} Runtime `path`: the program, where it can be run here */

/**
 * Writes the software bill of materials (CycloneDX 1.6, JSON): Electron with what it contains, every npm package whose code or files are
 * in the product, and each file that was copied from a package.
 * @param {readonly string[]} folders of the npm packages in the product, as the build noted them
 * @param {Runtime} runtime
 */
export async function writeSbom(folders, runtime) {
  const own = await manifestOf(fromRoot('.'));
  const program = component(Enums.ComponentType.Application, own);
  const bom = new Models.Bom({
    metadata: new Models.Metadata({ component: program, timestamp: new Date() }),
  });
  const parts = [await electron(runtime), ...(await packages(folders))];
  for (const part of parts) {
    bom.components.add(part);
    program.dependencies.add(part.bomRef);
  }
  const normalizers = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6);
  const text = new Serialize.JsonSerializer(normalizers).serialize(bom, { sortLists: true, space: 2 });
  await writeFile(sbom, `${text}\n`);
}

/** @param {readonly string[]} folders */
async function packages(folders) {
  /** @type {unknown} */
  const parsed = JSON.parse(await readFile(fromRoot('package-lock.json'), 'utf8'));
  const { packages: locked } = /** @type {{ packages: Record<string, Locked | undefined> }} */ (parsed);
  const parts = await Promise.all(folders.map((folder) => npmPackage(folder, locked[keyOf(folder)] ?? {})));
  await addCopiedFiles(parts);
  return parts;
}

/**
 * The path by which the lock file knows a package.
 * @param {string} folder
 */
function keyOf(folder) {
  const path = folder.replaceAll('\\', '/');
  return path.slice(path.indexOf('/node_modules/') + 1);
}

/** @param {string} folder @param {Locked} locked */
async function npmPackage(folder, { integrity, resolved }) {
  const manifest = await manifestOf(folder);
  const part = component(Enums.ComponentType.Library, manifest);
  part.purl = npmUrl(manifest);
  // The hash of the archive in the registry, which npm compares at every installation.
  const [algorithm, digest = ''] = (integrity ?? '').split(/-(.*)/);
  if (algorithm === 'sha512')
    part.hashes.set(Enums.HashAlgorithm['SHA-512'], Buffer.from(digest, 'base64').toString('hex'));
  if (resolved !== undefined)
    part.externalReferences.add(
      new Models.ExternalReference(resolved, Enums.ExternalReferenceType.Distribution),
    );
  return part;
}

/** @param {Manifest} manifest */
const npmUrl = ({ name, version }) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

/** @param {import('@cyclonedx/cyclonedx-library').Enums.ComponentType} type @param {Manifest} manifest */
function component(type, { name, version, license }) {
  const part = new Models.Component(type, name, { version, bomRef: `${name}@${version}` });
  if (license !== undefined) part.licenses.add(licenceOf(license));
  return part;
}

/** @param {string} licence */
function licenceOf(licence) {
  if (SPDX.isSupportedSpdxId(licence)) return new Models.SpdxLicense(licence);
  return / (?:AND|OR|WITH) /.test(licence)
    ? new Models.LicenseExpression(licence)
    : new Models.NamedLicense(licence);
}

/**
 * Fonts, WebAssembly and character maps stand below the package that they were copied from, with their own hashes.
 * @param {readonly import('@cyclonedx/cyclonedx-library').Models.Component[]} parts
 */
async function addCopiedFiles(parts) {
  for (const { packageName, file } of await copiedFiles()) {
    const path = relative(fromRoot('dist'), file).replaceAll('\\', '/');
    const part = new Models.Component(Enums.ComponentType.File, path, { bomRef: path });
    part.hashes.set(Enums.HashAlgorithm['SHA-256'], await sha256(file));
    parts.find(({ bomRef }) => bomRef.value?.startsWith(`${packageName}@`))?.components.add(part);
  }
}

/** @param {Runtime} runtime */
async function electron({ path, version }) {
  const part = component(Enums.ComponentType.Framework, { name: 'electron', version, license: 'MIT' });
  part.purl = `pkg:github/electron/electron@v${version}`;
  if (path === null) return part;
  part.hashes.set(Enums.HashAlgorithm['SHA-256'], await sha256(path));
  for (const [name, inner] of await innerVersions(path))
    part.components.add(
      new Models.Component(Enums.ComponentType.Library, name, {
        version: inner,
        bomRef: `electron/${name}@${inner}`,
      }),
    );
  return part;
}

/**
 * Chromium, Node.js, V8 and the libraries inside, as the runtime itself names them.
 * @param {string} path
 * @returns {Promise<readonly (readonly [string, string])[]>}
 */
async function innerVersions(path) {
  const { code, output } = await run(path, ['-p', 'JSON.stringify(process.versions)'], {
    quiet: true,
    env: { ELECTRON_RUN_AS_NODE: '1' },
  });
  if (code !== 0) return [];
  /** @type {unknown} */
  const parsed = JSON.parse(output.slice(output.indexOf('{')));
  const versions = Object.entries(/** @type {Record<string, string>} */ (parsed));
  return versions
    .filter(([name]) => name !== 'electron')
    .map(([name, version]) => [name === 'chrome' ? 'chromium' : name, version]);
}

/**
 * @param {string} folder
 * @returns {Promise<Manifest>}
 */
async function manifestOf(folder) {
  /** @type {unknown} */
  const parsed = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  return /** @type {Manifest} */ (parsed);
}
