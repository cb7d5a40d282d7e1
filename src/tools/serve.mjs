// @ts-check
import { createServer } from 'node:http';
import { cacheControl, HEADERS } from './csp.mjs';
import { heldFiles } from './folder.mjs';

/** @typedef {{ url: string, port: number, close: () => Promise<void> }} Served */

/** A connection on which nothing moves for so long is let go: a tablet that left the network does not say so. */
const SILENT_MS = 60_000;

/**
 * Answers requests for the files of a built app, as they are now, with the headers of csp.mjs on every answer. Each
 * answer is the whole file: a range is asked of nothing here, and a server may leave it out of account.
 * @param {string} folder
 * @returns {import('node:http').RequestListener}
 */
export function answersFrom(folder) {
  const files = heldFiles(folder);
  return (request, response) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    const path = pathOf(request.url ?? '');
    const file = files.get(path);
    if (file === undefined) {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-cache' });
      response.end('There is no such file here.\n');
      return;
    }
    const packed = takesGzip(request.headers['accept-encoding']) ? file.packed : undefined;
    const { body, etag } = packed ?? file.plain;
    const about = { 'Cache-Control': cacheControl(path), ETag: etag, Vary: 'Accept-Encoding' };
    if (tagsIn(request.headers['if-none-match']).includes(etag)) {
      response.writeHead(304, about).end();
      return;
    }
    response.writeHead(200, {
      ...about,
      'Content-Type': file.type,
      'Content-Length': body.length,
      ...(packed && { 'Content-Encoding': 'gzip' }),
    });
    // To HEAD, Node sends the headers alone.
    response.end(body);
  };
}

/** @param {string} url as it was asked for @returns {string} a path below the folder; '' where it can be none */
function pathOf(url) {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/s, ''));
    return path.endsWith('/') ? `${path}index.html` : path;
  } catch {
    return '';
  }
}

/** @param {string | undefined} accepted */
function takesGzip(accepted = '') {
  return accepted.split(',').some((one) => /^\s*gzip\s*(;(?!\s*q=0(\.0*)?\s*$)|$)/i.test(one));
}

/** @param {string | undefined} asked @returns {string[]} without the mark of weak ones, as that comparison is made */
function tagsIn(asked = '') {
  return asked.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
}

/**
 * Serves a built app on this machine only.
 * @param {{ folder: string, port: number, next?: boolean }} options
 *   `next`: when the port is taken, try the ones after it (a hundred at most); 0 lets the system choose
 * @returns {Promise<Served>} rejects when no port is free
 */
export async function serve({ folder, port, next = false }) {
  const server = createServer(answersFrom(folder));
  const found = await listen(server, port, next ? port + 100 : port);
  return { url: `http://localhost:${found}/`, port: found, close: () => closed(server) };
}

/**
 * Browsers keep connections open; without ending those the server would go on answering on them.
 * @param {import('node:http').Server | import('node:https').Server} server
 * @returns {Promise<void>}
 */
export function closed(server) {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/**
 * @param {import('node:http').Server | import('node:https').Server} server
 * @param {number} port
 * @param {number} [last] the ports up to this one are tried
 * @param {string} [address] to listen at
 * @returns {Promise<number>} the port; rejects when none is free
 */
export async function listen(server, port, last = port, address = '127.0.0.1') {
  try {
    await new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, address, () => {
        server.off('error', reject);
        resolve(undefined);
      });
    });
  } catch (error) {
    if (port < last && error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      return listen(server, port + 1, last, address);
    }
    throw error;
  }
  // A connection that the system could not hand over is no reason to end; whoever it was asks again.
  server.on('error', () => undefined);
  server.setTimeout(SILENT_MS);
  const found = server.address();
  return typeof found === 'object' && found ? found.port : port;
}
