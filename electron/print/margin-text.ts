/** How head and foot of every page are set, in the PDF and on paper. Type size in points. */
export const MARGIN_SIZE = 9;
export const MARGIN_FONT = `${String(MARGIN_SIZE)}pt 'BIZ UDPMincho','Times New Roman',serif`;

/** Characters that a head has room for. */
const MAX_LENGTH = 60;

export function shortened(text: string): string {
  const characters = Array.from(text);
  return characters.length > MAX_LENGTH ? `${characters.slice(0, MAX_LENGTH).join('')}…` : text;
}
