import { writable } from '../xml';

/**
 * What the library would change is written in separate runs: tabs, and a brace that opens what could be
 * one of the library's own places for ids (`{default-bullet-numbering-0}`).
 */
const IN_RUN_OF_ITS_OWN = /(\t|\{(?=[\w.-]+\}))/;

/** The pieces of a text, each for a run of its own; a tab is one. */
export function textPieces(text: string): readonly string[] {
  return writable(text)
    .split(IN_RUN_OF_ITS_OWN)
    .filter((piece) => piece !== '');
}
