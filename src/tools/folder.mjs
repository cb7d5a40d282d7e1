// @ts-check
/**
 * The files of a built app, read once into memory: some two megabytes. What is answered depends on no file that may
 * have gone since, opens none for a request, and is always of one build, whatever is built beside it meanwhile.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

/** @typedef {{ body: Buffer, etag: string }} Body */
/** @typedef {{ type: string, plain: Body, packed?: Body }} Held `packed`: by gzip, where the build left that beside it */

/** @type {Record<string, string>} */
const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html;charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain;charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/**
 * @param {string} folder
 * @returns {ReadonlyMap<string, Held>} by path below the folder, beginning with a slash. Links are not followed, as
 *   they may lead out of the folder, and what begins with a dot is of the system
 */
export function heldFiles(folder) {
  /** @type {Map<string, Buffer>} */
  const bodies = new Map();
  read(folder, '', bodies);
  /** @type {Map<string, Held>} */
  const held = new Map();
  for (const [path, body] of bodies) {
    const packed = bodies.get(`${path}.gz`);
    held.set(path, {
      type: TYPES[extname(path)] ?? 'application/octet-stream',
      plain: tagged(body),
      ...(packed && { packed: tagged(packed) }),
    });
  }
  return held;
}

/**
 * @param {string} folder
 * @param {string} path of the folder, as in addresses
 * @param {Map<string, Buffer>} into
 */
function read(folder, path, into) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue;
    const file = join(folder, entry.name);
    if (entry.isDirectory()) read(file, `${path}/${entry.name}`, into);
    else if (entry.isFile()) into.set(`${path}/${entry.name}`, readFileSync(file));
  }
}

/** @param {Buffer} body @returns {Body} */
function tagged(body) {
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
}
