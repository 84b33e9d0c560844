import type { Block } from '../../blocks';
import type { WordContext } from '../word/story';
import type { Bytes } from './bytes';
import type { Drawn } from './art';
import type { Look } from './look';
import type { Pictures } from './pictures';
import type { Styles } from './styles';
import type { DocText } from './text';

/** What all texts of one document share. */
export interface DocContext extends WordContext {
  readonly text: DocText;
  /** The stream of pictures and form fields. */
  readonly data: Bytes;
  readonly styles: Styles;
  readonly fonts: readonly string[];
  readonly pictures: Pictures;
  /** The look of a run of characters in a paragraph of this style. */
  readonly lookAt: (run: LookPlace, style: number) => Look;
}

export interface LookPlace {
  readonly at: number;
  readonly properties: Bytes;
  readonly over: Bytes;
}

/** One text of the document: the body, a header, the notes, a text box. Places in characters of the whole. */
export interface DocStory extends DocContext {
  readonly from: number;
  readonly to: number;
  /** Whether the form feed at a place ends a section, and with it a paragraph; others are page breaks. */
  readonly endsSection: (place: number) => boolean;
  /** What is anchored at a place. */
  readonly anchoredAt: (place: number) => Drawn | undefined;
  /** Blocks of the text boxes of these shapes. */
  readonly boxesOf: (shapes: readonly number[]) => readonly Block[];
}
