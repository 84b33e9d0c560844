import type { Block } from '../../blocks';
import type { Where } from '../../result';
import type { ImageStore } from '../images/store';
import type { Limits, Notices } from '../reading';
import type { XmlElement } from '../xml/element';
import type { Archive } from '../zip/archive';
import type { Relationship } from '../zip/package';
import type { Numbering } from './numbering';
import type { Styles } from './styles';

/** What all parts of one Word document share. */
export interface DocumentContext {
  readonly archive: Archive;
  readonly limits: Limits;
  readonly notices: Notices;
  readonly images: ImageStore;
  readonly numbering: Numbering;
  readonly styles: Styles;
  readonly counts: Counts;
}

/** Running numbers; `page` only where the document remembers its page breaks. */
export interface Counts {
  page: number | undefined;
  tables: number;
  cells: number;
}

/** One text of the document: body, a header, a footer, the notes. */
export interface Story extends DocumentContext {
  readonly relationships: ReadonlyMap<string, Relationship>;
  /** Header and footer parts named by the sections of this story, in order. */
  readonly margins: Map<string, 'header' | 'footer'>;
  /** Blocks of what stands in a text box. */
  readonly readBox: (content: XmlElement, story: Story) => readonly Block[];
}

/** Where the story has come to. */
export function here(story: Story): Where {
  return story.counts.page === undefined ? {} : { page: story.counts.page };
}
