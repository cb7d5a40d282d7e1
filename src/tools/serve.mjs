// @ts-check
import { createServer } from 'node:http';
import sirv from 'sirv';
import { cacheControl, HEADERS } from './csp.mjs';

/** @typedef {{ url: string, port: number, close: () => Promise<void> }} Served */

/**
 * Answers requests for the files of a built app, with the headers of csp.mjs on every answer.
 * @param {string} folder
 * @returns {import('node:http').RequestListener}
 */
export function answersFrom(folder) {
  const files = sirv(folder, {
    etag: true,
    gzip: true,
    setHeaders: (response, pathname) => response.setHeader('Cache-Control', cacheControl(pathname)),
  });
  return (request, response) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    files(request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-cache' });
      response.end('There is no such file here.\n');
    });
  };
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
  const found = server.address();
  return typeof found === 'object' && found ? found.port : port;
}
