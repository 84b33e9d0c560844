import { MARGIN_FONT, shortened } from './margin-text';

/**
 * The page with the same lines in its margins as the PDF has: the text at the head, page n / N at the foot. Printing on
 * paper takes no templates, so they are margin boxes of the style sheet (CSS Paged Media 3; Chromium from 131 on).
 */
export function withMarginBoxes(html: string, text: string): string {
  const font = `font:${MARGIN_FONT}`;
  const head = text === '' ? '' : `@top-right{content:${quoted(shortened(text))};${font}}`;
  const foot = `@bottom-center{content:counter(page) " / " counter(pages);${font}}`;
  return html.replace('</head>', () => `<style>@page{${head}${foot}}</style></head>`);
}

/** A string of CSS: whatever could end it, or the element around it, by its number. */
function quoted(text: string): string {
  const safe = text.replace(/["\\<>&\p{Cc}]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `);
  return `"${safe}"`;
}
