import { expect, it } from 'vitest';
import { readSource } from './tree';

const { sharedLayers } = (await import(`${process.cwd()}/scripts/imports/layers.mjs`)) as {
  readonly sharedLayers: readonly string[];
};

it('docs/ARCHITECTURE.md names the layers of shared/ as the import checker has them', () => {
  expect(readSource('docs/ARCHITECTURE.md')).toContain(`\`${sharedLayers.join(' < ')}\``);
});
