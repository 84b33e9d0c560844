import { mkdirSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluate, reportText } from '../../accuracy/changeRows';
import { hasFile, importedAssessment } from '../../accuracy/imported';
import { hasTruth, truthDocument } from '../../accuracy/truth';

/** Published assessments; the report of each lies in `.cache/accuracy` after a run. */
describe.each(['000', '002', '003'])('変更箇所 of the published assessment %s', (name) => {
  it.skipIf(!hasTruth(name))(
    `is written as people wrote it${hasTruth(name) ? '' : ' (no ../shared/truth here)'}`,
    { timeout: 60_000 },
    () => {
      const report = evaluate(name, truthDocument(name));
      mkdirSync('.cache/accuracy', { recursive: true });
      writeFileSync(`.cache/accuracy/changes-${name}.md`, reportText(report));
      const { usable, found, extra, sameItem, alike } = report.figures;
      expect(usable).toBeGreaterThan(0);
      expect(found).toBeGreaterThanOrEqual(0.95);
      expect(extra).toBeLessThanOrEqual(0.02);
      expect(sameItem).toBe(1);
      expect(alike).toBeGreaterThanOrEqual(0.95);
    },
  );
});

/** The same after the importer has read the file: what it could not read cannot be compared, all else must hold. */
describe.each(['samples/000.docx', 'samples/002.docx', 'seeds/000.txt', 'seeds/002.txt'])(
  '変更箇所 of %s as imported',
  (file) => {
    const path = `../shared/${file}`;
    it.skipIf(!hasFile(path))('is written as people wrote it', { timeout: 120_000 }, async () => {
      const report = evaluate(file, await importedAssessment(path));
      mkdirSync('.cache/accuracy', { recursive: true });
      writeFileSync(`.cache/accuracy/imported-${file.replace(/\W/g, '-')}.md`, reportText(report));
      const { usable, found, extra, sameItem, alike } = report.figures;
      expect(usable).toBeGreaterThan(0);
      expect(found).toBeGreaterThanOrEqual(0.95);
      expect(extra).toBeLessThanOrEqual(0.02);
      expect(sameItem).toBe(1);
      expect(alike).toBeGreaterThanOrEqual(0.95);
    });
  },
);
