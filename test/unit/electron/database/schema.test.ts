import { expect, it } from 'vitest';
import { FORMAT_VERSION } from '../../../../electron/database/format';
import { SCHEMA_DIGESTS, schemaDigest } from '../../../../electron/database/schema';
import { sqlite } from '../../../../electron/database/sql';

it('knows the tables that the migrations of each format make', async () => {
  const sql = await sqlite();
  const versions = Array.from({ length: FORMAT_VERSION }, (_, at) => at + 1);
  const made = Object.fromEntries(versions.map((version) => [version, schemaDigest(sql, version)]));
  expect(SCHEMA_DIGESTS).toEqual(made);
});
