import { origin } from './origin';

const join = (rules: Readonly<Record<string, string>>): string =>
  Object.entries(rules)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');

const nothing = {
  'default-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'object-src': "'none'",
};

/** Content-Security-Policy of the application's page: only what it brings itself, no inline code. */
export const windowPolicy = join({
  ...nothing,
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self'",
  'font-src': "'self'",
  'img-src': "'self' blob: data:",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'frame-src': "'self'",
  'frame-ancestors': "'none'",
});

/** Policy of a rendered document, on screen or on its way to PDF: styles, images and fonts, never a script. */
export const documentPolicy = join({
  ...nothing,
  'style-src': `${origin} 'unsafe-inline'`,
  'font-src': origin,
  'img-src': `${origin} blob: data:`,
  'frame-ancestors': origin,
});
