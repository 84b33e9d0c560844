import type { SourceDocument } from '../../blocks';
import { ImageStore } from '../images/store';
import { Notices, type ReadContext, Refusal } from '../reading';
import { Numbering } from '../word/numbering';
import { readDrawings } from './art';
import { documentBlocks } from './blocks';
import type { Bytes } from './bytes';
import { readFonts } from './fonts';
import { readLists } from './lists';
import { type Look, lookOf } from './look';
import { FormattedPages } from './pages';
import { Pictures } from './pictures';
import { readPieces } from './pieces';
import { openSource } from './source';
import type { DocContext, LookPlace } from './story';
import { readStyles, type Styles } from './styles';
import { readDocText } from './text';

/**
 * A document of Word 97 to 2003 (doc, dot) as blocks, by the same rules as those of newer ones. Throws a `Refusal` for
 * what cannot be read at all.
 */
export function readDoc(bytes: Uint8Array, name: string, { limits }: ReadContext): SourceDocument {
  const notices = new Notices();
  const source = openSource(bytes, notices);
  const pages = {
    characters: new FormattedPages(source.main, source.part('characterPages'), 'character'),
    paragraphs: new FormattedPages(source.main, source.part('paragraphPages'), 'paragraph'),
  };
  const text = readDocText(source.main, readPieces(source.part('clx')), pages, limits.characters);
  if (text.text === '') throw new Refusal({ code: 'damaged', params: { why: 'text' } });
  const fonts = readFonts(source.part('fonts'));
  const styles = readStyles(source.part('styles'));
  const images = new ImageStore(notices);
  const drawings = readDrawings(source.part('drawings'), source.main);
  const context: DocContext = {
    limits,
    notices,
    images,
    numbering: new Numbering(readLists(source.from('lists'), source.part('listOverrides'), fonts)),
    counts: { page: undefined, tables: 0, cells: 0 },
    text,
    data: source.data,
    styles,
    fonts,
    pictures: new Pictures(images, notices, source.data, drawings),
    lookAt: looks(styles),
  };
  const blocks = documentBlocks(source, context, drawings);
  if (pages.characters.incomplete || pages.paragraphs.incomplete) notices.add('formatDamaged');
  return {
    source: { name, format: 'doc' },
    blocks,
    images: images.list(),
    notices: notices.list(),
    order: 'layout',
  };
}

/** Looks are the same wherever the same properties stand over the same style. */
function looks(styles: Styles): DocContext['lookAt'] {
  const known = new Map<string, Look>();
  const over = (properties: Bytes, base: Look) =>
    properties.length === 0 ? base : lookOf(properties, base, (style, under) => styles.over(style, under));
  return ({ at, properties, over: above }: LookPlace, style) => {
    const key = `${style} ${at}`;
    const look = known.get(key) ?? over(properties, styles.lookOf(style));
    known.set(key, look);
    return over(above, look);
  };
}
