// @ts-check
import { createServer } from 'node:http';
import sirv from 'sirv';
import { cacheControl, HEADERS } from './csp.mjs';

/** @typedef {{ url: string, port: number, close: () => Promise<void> }} Served */

/**
 * Serves a built app on this machine only, with the headers of csp.mjs on every answer.
 * @param {{ folder: string, port: number, next?: boolean }} options
 *   `next`: when the port is taken, try the ones after it (a hundred at most); 0 lets the system choose
 * @returns {Promise<Served>} rejects when no port is free
 */
export async function serve({ folder, port, next = false }) {
  const files = sirv(folder, {
    etag: true,
    gzip: true,
    setHeaders: (response, pathname) => response.setHeader('Cache-Control', cacheControl(pathname)),
  });
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    files(request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-cache' });
      response.end('There is no such file here.\n');
    });
  });
  const found = await listen(server, port, next ? port + 100 : port);
  return {
    url: `http://localhost:${found}/`,
    port: found,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // Browsers keep connections open; without this the server would go on answering on them.
        server.closeAllConnections();
      }),
  };
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @param {number} last
 * @returns {Promise<number>}
 */
async function listen(server, port, last) {
  try {
    await new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => {
        server.off('error', reject);
        resolve(undefined);
      });
    });
  } catch (error) {
    if (port < last && error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      return listen(server, port + 1, last);
    }
    throw error;
  }
  const address = server.address();
  return typeof address === 'object' && address ? address.port : port;
}
