import { element } from '../xml';

/** Namespaces of the parts of a Word document. */
export const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** `<w:jc w:val="center"/>` */
export function val(name: string, value: string | number): string {
  return element(name, { 'w:val': value });
}
