// @ts-check
/**
 * Serves a room: the app over HTTPS with a certificate of the laptop's own authority; over HTTP a page with the
 * certificate and the steps to trust it, and below `/app/` the app for whoever goes without.
 */
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { hostname } from 'node:os';
import encodeQR from 'qr';
import { HEADERS } from '../csp.mjs';
import { answersFrom, closed, listen } from '../serve.mjs';
import { issue } from './certificate.mjs';

/** A leaf is made at each start. */
const DAYS = 60;
/** Of the help page: its style sheet, its icon and its picture, and no script. */
const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * @typedef {{ secure: string, plain: string, name: string, close: () => Promise<void> }} ServedRoom
 *   the two addresses, and the one that some networks know the computer by (HTTPS; '' where it has no such name)
 */

/** A port that cannot be had; its message says what to do. */
export class PortProblem extends Error {}

/**
 * @param {{ folder: string, address: string, ports: { secure: number, plain: number },
 *   authority: import('./authority.mjs').Authority, host?: string }} options
 *   `address`: IPv4, of this computer; a port 0 lets the system choose; `host`: the computer's name
 * @returns {Promise<ServedRoom>} rejects with PortProblem where a port cannot be had; nothing is served then
 */
export async function serveRoom({ folder, address, ports, authority, host = hostname() }) {
  const name = localName(host);
  const { certificate, key } = issue(authority, {
    issuer: authority.name,
    names: [...(name ? [name] : []), 'localhost'],
    addresses: [...new Set([address, '127.0.0.1'])],
    days: DAYS,
  });
  const app = answersFrom(folder);
  const secure = createSecureServer({ key, cert: certificate + authority.certificate }, app);
  const securePort = await opened(secure, ports.secure, address);
  const url = `https://${address}:${securePort}/`;
  const plain = createServer(plainAnswers(app, await pageFiles(url, authority)));
  const plainPort = await opened(plain, ports.plain, address).catch(async (error) => {
    await closed(secure);
    throw error;
  });
  return {
    secure: url,
    plain: `http://${address}:${plainPort}/`,
    name: name && `https://${name}:${securePort}/`,
    close: async () => {
      await Promise.all([closed(secure), closed(plain)]);
    },
  };
}

/** @param {string} host @returns {string} as multicast DNS knows it; '' where it is no name for that */
function localName(host) {
  const [first = ''] = host.toLowerCase().split('.');
  return /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(first) && first !== 'localhost'
    ? `${first}.local`
    : '';
}

/**
 * @param {import('node:http').Server | import('node:https').Server} server
 * @param {number} port
 * @param {string} address
 */
async function opened(server, port, address) {
  try {
    return await listen(server, port, port, address);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'EADDRINUSE')
      throw new PortProblem(
        `Port ${port} is in use by another program on this computer. End that one, or take two others: PORT=5000 npm start -- --lan (then 5000 is the secure one, and 5001 the other).`,
      );
    if (code === 'EACCES')
      throw new PortProblem(`This computer does not let you use port ${port}. Take one above 1023.`);
    if (code === 'EADDRNOTAVAIL')
      throw new PortProblem(`This computer does not have the address ${address} any more.`);
    throw error;
  }
}

/** @typedef {Map<string, { type: string, body: string | Buffer }>} PageFiles by path */

/**
 * @param {string} secure the address to go to once it is trusted
 * @param {import('./authority.mjs').Authority} authority
 * @returns {Promise<PageFiles>}
 */
async function pageFiles(secure, { certificate, fingerprint, name, until }) {
  const own = (/** @type {string} */ file) => readFileSync(new URL(file, import.meta.url), 'utf8');
  /** @type {Record<string, string>} */
  const values = {
    fingerprint,
    name,
    https: secure,
    until: until.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' }),
  };
  const page = own('help.html').replaceAll(/\{(\w+)\}/g, (_, value) => escaped(values[value] ?? ''));
  return new Map([
    ['/', { type: 'text/html; charset=utf-8', body: page }],
    ['/help.css', { type: 'text/css; charset=utf-8', body: own('help.css') }],
    ['/address.svg', { type: 'image/svg+xml', body: encodeQR(secure, 'svg', { ecc: 'medium', border: 4 }) }],
    // By this type, tablets and Firefox know what to do with it.
    ['/waymark.crt', { type: 'application/x-x509-ca-cert', body: new X509Certificate(certificate).raw }],
  ]);
}

/** @param {string} text */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/**
 * @param {import('node:http').RequestListener} app
 * @param {PageFiles} files
 * @returns {import('node:http').RequestListener}
 */
function plainAnswers(app, files) {
  return (request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    if (path.startsWith('/app/')) {
      request.url = (request.url ?? '').slice('/app'.length);
      return app(request, response);
    }
    const headers = { ...HEADERS, 'Content-Security-Policy': PAGE_POLICY, 'Cache-Control': 'no-cache' };
    if (path === '/app') return void response.writeHead(301, { ...headers, Location: '/app/' }).end();
    const file = files.get(path);
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return void response.writeHead(405, { ...headers, Allow: 'GET, HEAD' }).end();
    response.writeHead(file ? 200 : 404, {
      ...headers,
      'Content-Type': file?.type ?? 'text/plain; charset=utf-8',
    });
    response.end(file?.body ?? 'There is no such page here.\n');
  };
}
