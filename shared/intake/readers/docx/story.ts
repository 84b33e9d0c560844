import type { Block } from '../../blocks';
import type { WordContext } from '../word/story';
import type { XmlElement } from '../xml/element';
import type { Archive } from '../zip/archive';
import type { Relationship } from '../zip/package';
import type { Styles } from './styles';

/** What all parts of one Word document share. */
export interface DocumentContext extends WordContext {
  readonly archive: Archive;
  readonly styles: Styles;
}

/** One text of the document: body, a header, a footer, the notes. */
export interface Story extends DocumentContext {
  readonly relationships: ReadonlyMap<string, Relationship>;
  /** Header and footer parts named by the sections of this story, in order. */
  readonly margins: Map<string, 'header' | 'footer'>;
  /** Blocks of what stands in a text box. */
  readonly readBox: (content: XmlElement, story: Story) => readonly Block[];
}
