// @ts-check
/**
 * The one place that says what the app may do: the content security policy and the headers around it. The server
 * sends them, the build writes the part that a meta tag can carry into the page, docs/hosting.md lists them, and a
 * test holds that list to this file.
 */

/** The Trusted Types policy of src/offline/register.ts, the only one there is. */
export const SCRIPT_URL_POLICY = 'waymark-worker';

/** @type {Record<string, string>} */
const DIRECTIVES = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self'",
  'connect-src': "'self'",
  'manifest-src': "'self'",
  'worker-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': SCRIPT_URL_POLICY,
};

/** Browsers ignore these in a meta tag and complain about it. */
const HEADER_ONLY = ['frame-ancestors'];

/** @param {[string, string][]} directives */
const written = (directives) => directives.map(([name, value]) => `${name} ${value}`).join('; ');

/** The whole policy, as a header carries it. */
export const CSP = written(Object.entries(DIRECTIVES));

/** The policy without what a meta tag cannot carry: a second lock, for hosts that send no headers. */
export const CSP_META = written(Object.entries(DIRECTIVES).filter(([name]) => !HEADER_ONLY.includes(name)));

/**
 * The policy of the single-file edition, for its meta tag: its one script and its one style sheet by their hashes, its
 * worker from a blob that the script makes, its icon in the page, and no address at all. Frames are not kept out: that
 * needs a header.
 * @param {string} script hash of the script, in quotes
 * @param {string} style hash of the style sheet, in quotes
 */
export const singlePolicy = (script, style) =>
  written([
    ['default-src', "'none'"],
    ['script-src', script],
    ['style-src', style],
    ['img-src', 'data:'],
    ['worker-src', 'blob:'],
    ['base-uri', "'none'"],
    ['form-action', "'none'"],
    ['require-trusted-types-for', "'script'"],
    ['trusted-types', SCRIPT_URL_POLICY],
  ]);

/**
 * Headers on every file, the service worker's script too: a meta tag does not bind a worker.
 * @type {Record<string, string>}
 */
export const HEADERS = {
  'Content-Security-Policy': CSP,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(self), accelerometer=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

/**
 * How long a file may be kept without asking: names under assets/ hold a hash of the content, all others are asked for
 * each time (and answered with "not modified").
 * @param {string} pathname path of the file below the app's folder, beginning with a slash
 */
export function cacheControl(pathname) {
  return pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}
