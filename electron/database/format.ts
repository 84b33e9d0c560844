/* What other folders use of the file format. */
export { sqlCodec } from './codec';
export { HEADER_BYTES, MAX_FILE_BYTES, headerFault, type FormatFault } from './header';
export { markOf } from './mark';
export { FORMAT_VERSION } from './migrations/index';
export { decodeDocument } from './read';
export { isComplete, RESCUE_PARTS } from './rescue/report';
export { rescueDocument, type Rescued } from './rescue/rescueDocument';
export { sqlite } from './sql';
export { encodeDocument } from './write';
