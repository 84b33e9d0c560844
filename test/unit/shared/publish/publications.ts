import { existsSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { assessmentOf, previousOf, type Sample } from '../../../../electron/documents/samples';
import { emptyAssessment } from '../../../../shared/assessment/create';
import type { Comment } from '../../../../shared/assessment/document';
import type { Assessment } from '../../../../shared/assessment/types';
import { leavesOf, outline } from '../../../../shared/assessment/walk';
import { compare } from '../../../../shared/compare/compare';
import { COMPARISON_VARIANTS, comparisonPublication } from '../../../../shared/compare/print/variants';
import { convertAssessment } from '../../../../shared/assessment/convertAssessment';
import { editionsOf, FORM_IDS, formOf } from '../../../../shared/forms/catalog';
import type { FormId } from '../../../../shared/forms/types';
import { VARIANTS } from '../../../../shared/publish/formats';
import { printDocument } from '../../../../shared/publish/model/document';
import type { PrintDocument } from '../../../../shared/publish/model/types';
import { type CleanBytes, cleanPicture } from '../../../../shared/images/clean';
import type { Note } from '../../../../shared/publish/variants/notes';
import { publicationOf, type PublicationSource } from '../../../../shared/publish/variants/publication';
import { counter } from '../assessment/arbitrary';
import { filledAssessment } from '../intake/recognise/filled';
import { longAssessment } from './longTexts';

/** What all kinds of documents are published as, by a name: `form4 sample`, `form2 平成26年4月 blank`, `form3 redline`. */
export type Publications = Readonly<Record<string, () => PrintDocument>>;

/** Every form with every item answered, and the samples of the fictional city. */
const WHOLE: Publications = Object.fromEntries([
  ...FORM_IDS.map((id) => [`${id} filled`, () => printDocument(filled(id))] as const),
  ...FORM_IDS.filter(hasSample).map((id) => [`${id} sample`, () => printDocument(sampleOf(id).now)] as const),
]);

/** Every edition of every form, with every item answered and blank. */
const OF_EDITIONS: Publications = Object.fromEntries(
  FORM_IDS.flatMap((id) =>
    editionsOf(id).flatMap((edition) => [
      [`${id} ${edition} filled`, () => printDocument(filled(id, edition))] as const,
      [
        `${id} ${edition} blank`,
        () => printDocument(emptyAssessment(formOf(id, edition), counter())),
      ] as const,
    ]),
  ),
);

const OF_VARIANTS: Publications = Object.fromEntries(
  FORM_IDS.flatMap((id) =>
    VARIANTS.map(
      (variant) => [`${id} ${variant}`, () => publicationOf(sourceOf(id), variant).print] as const,
    ),
  ),
);

const OF_COMPARISONS: Publications = Object.fromEntries(
  FORM_IDS.flatMap((id) =>
    COMPARISON_VARIANTS.map(
      (variant) => [`${id} ${variant}`, () => comparisonPublication(compared(id), variant).print] as const,
    ),
  ),
);

/** Documents that came from another form or an older edition, and parts of a document alone. */
const FURTHER: Publications = {
  'form3 moved to form4': () => printDocument(moved('form3', 'form4')),
  'form4 moved to form3': () => printDocument(moved('form4', 'form3')),
  'form2 moved to form4': () => printDocument(moved('form2', 'form4')),
  'form4 from 平成26年4月': () =>
    printDocument(
      convertAssessment(filled('form4', '平成26年4月'), formOf('form4'), counter('m')).assessment,
    ),
  'form4 selected parts': () => printDocument(filled('form4'), { sections: ['I', 'annex3'] }),
  'form4 one wide part': () => printDocument(filled('form4'), { sections: ['annex3'] }),
  'form3 strange characters': () => printDocument(strange()),
  'form4 four pictures': () => printDocument(withPictures()),
  'form3 long texts': () => printDocument(longAssessment('form3')),
  'form4 long texts': () => printDocument(longAssessment('form4')),
  'form3 without a part': () => printDocument(filled('form3'), { sections: [] }),
};

export const PUBLICATIONS: Publications = {
  ...WHOLE,
  ...OF_EDITIONS,
  ...OF_VARIANTS,
  ...OF_COMPARISONS,
  ...FURTHER,
};

/** The bytes of the pictures of the samples. */
export function samplePicture({ hash }: { readonly hash: string }): CleanBytes | undefined {
  const bytes = new Uint8Array(readFileSync('resources/samples/minamo-diagram.png'));
  return createHash('sha256').update(bytes).digest('hex') === hash ? cleaned(bytes) : undefined;
}

/** A picture as files take it. */
export function cleaned(bytes: Uint8Array): CleanBytes {
  const result = cleanPicture(bytes);
  if (result.kind === 'refused') throw new Error(result.fault);
  return result.bytes;
}

/** Words that `form… public` must not hold anywhere. */
export const WITHHELD = 'みなも市庁舎別館の第二電算室';

function filled(id: FormId, edition?: string): Assessment {
  return filledAssessment(formOf(id, edition), 21, { files: 2, entries: 3, rows: 12 });
}

/** Every text of the form holds what a file format may stumble over. */
function strange(): Assessment {
  const text =
    '\u0000\u0008\u000b\u001f\ud800x\udfff\ufffe\uffff\r\n\t_x0041_]]>&amp;<w:t>外字\ue000𠮷葛󠄀か\u3099\u200b\u202e{a}=1+1';
  const base = emptyAssessment(formOf('form3'), counter());
  const leaves = leavesOf(outline(formOf('form3'), base)).filter(({ item }) => /text|date/.test(item.type));
  return { ...base, values: Object.fromEntries(leaves.map(({ path }) => [path, text])) };
}

/** The picture of the sample, also as one that stands on its side, and one whose bytes are lost. */
function withPictures(): Assessment {
  const { now } = sampleOf('form4');
  const value = now.values['annex1.diagram'];
  const image = typeof value === 'object' && 'images' in value ? value.images[0] : undefined;
  if (!image) throw new Error('the sample has no picture');
  const tall = { ...image, width: 900, height: 4000 };
  const images = [image, image, tall, { ...image, hash: 'f'.repeat(64) }];
  return { ...now, values: { ...now.values, 'annex1.diagram': { images } } };
}

function moved(from: FormId, to: FormId): Assessment {
  return convertAssessment(filled(from), formOf(to), counter('m')).assessment;
}

function hasSample(id: FormId): boolean {
  return existsSync(samplePath(id));
}

function samplePath(id: FormId): string {
  return `resources/samples/minamo-${id}.json`;
}

interface TwoYears {
  readonly before: Assessment;
  readonly now: Assessment;
}

/** The sample of the form, or a document of the form that the year before lacked some answers of. */
function sampleOf(id: FormId): TwoYears {
  if (!hasSample(id)) return { before: emptyAssessment(formOf(id), counter('s')), now: filled(id) };
  const sample = JSON.parse(readFileSync(samplePath(id), 'utf8')) as Sample;
  const now = assessmentOf(sample.form, sample.edition, sample.items, counter('s'));
  return { before: previousOf(sample, counter('p')), now };
}

function compared(id: FormId) {
  const { before, now } = sampleOf(id);
  return compare(before, now);
}

const AUTHOR = { name: '湊 一郎', department: '情報政策課', pc: 'PC-01' };

/** A document with a comment at each tenth item, and parts of it that are not made public. */
function sourceOf(id: FormId): PublicationSource {
  const assessment = sampleOf(id).now;
  const leaves = leavesOf(outline(formOf(id, assessment.edition), assessment));
  const texts = leaves.flatMap(({ path, item }) => {
    const text = assessment.values[path];
    return typeof text === 'string' ? [{ path, item, text }] : [];
  });
  const chosen = texts.filter((_, at) => at % 10 === 4);
  const withheld = texts.filter(({ item }) => item.type === 'longtext').slice(1, 6);
  const values = Object.fromEntries(withheld.map(({ path, text }) => [path, `${text}\n${WITHHELD}に置く。`]));
  return {
    assessment: { ...assessment, values: { ...assessment.values, ...values } },
    comments: withheld.map(({ path }, at) => withheldComment(path, at)),
    notes: [
      note('全体を見てください。'),
      ...chosen.map(({ path }, at) => note('ここを確かめる。\n＜要確認＞', path, at % 2 === 0)),
    ],
  };
}

/** The first is withheld as a whole, the others lose the passage. */
function withheldComment(path: string, at: number): Comment {
  return {
    id: `c${String(at)}`,
    path,
    text: '警備に関わるため',
    at: 0,
    author: AUTHOR,
    withhold: at === 0 ? {} : { passage: WITHHELD },
  };
}

function note(text: string, path?: string, review = false): Note {
  return {
    ...(path === undefined ? {} : { path }),
    author: AUTHOR.name,
    date: '2025-04-01T09:00:00Z',
    text,
    review,
  };
}
