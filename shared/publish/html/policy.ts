/**
 * What a browser may do with a page that was handed out: show its own text, styles and pictures. No script runs, nothing is
 * loaded, no form is sent, whatever a text in the document looks like. A page that the application prints loads the
 * bundled fonts and is held by the policy of the application instead.
 */
const RULES = [
  "default-src 'none'",
  'img-src data:',
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
];

export const POLICY = `<meta http-equiv="Content-Security-Policy" content="${RULES.join('; ')}">`;
