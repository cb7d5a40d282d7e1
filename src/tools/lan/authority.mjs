// @ts-check
/** The laptop's own authority, kept between runs outside the project, so that tablets need to trust it once. */
import { createHash, X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir, hostname } from 'node:os';
import { join } from 'node:path';
import { makeAuthority } from './certificate.mjs';

/**
 * @typedef {import('./certificate.mjs').Pair & { name: string, folder: string, made: boolean, until: Date,
 *   fingerprint: string }} Authority
 *   `made`: now, so no tablet trusts it yet; `fingerprint`: SHA-256, hexadecimal in pairs
 */

/** Two years: long enough for a season of workshops, short enough to be forgotten. */
const DAYS = 730;
/** It is made anew when it would end within so many days. */
const LEFT = 30;

/** Where it is kept; WAYMARK_LAN_FOLDER says otherwise. */
export const authorityFolder = () => process.env.WAYMARK_LAN_FOLDER ?? join(homedir(), '.waymark', 'lan');

/**
 * The one that is kept, or a new one where there is none, or where it cannot be used for much longer.
 * @param {string} folder
 * @param {Date} [now]
 * @returns {Authority}
 * @throws Error where the folder cannot be written
 */
export function keptAuthority(folder, now = new Date()) {
  const paths = { certificate: join(folder, 'authority.crt'), key: join(folder, 'authority.key') };
  const kept = read(paths);
  if (kept && new Date(kept.x509.validTo).getTime() - now.getTime() > LEFT * 86_400_000)
    return described(kept.pair, folder, false);
  const name = `Waymark on ${hostname().replace(/\.local$/i, '')} (${now.toISOString().slice(0, 10)})`;
  const pair = makeAuthority({ name: name.slice(0, 64), days: DAYS, now });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // Nobody else on this computer is to read the key.
  writeFileSync(paths.key, pair.key, { mode: 0o600 });
  writeFileSync(paths.certificate, pair.certificate);
  return described(pair, folder, true);
}

/** @param {{ certificate: string, key: string }} paths */
function read(paths) {
  if (!existsSync(paths.certificate) || !existsSync(paths.key)) return undefined;
  try {
    const pair = {
      certificate: readFileSync(paths.certificate, 'utf8'),
      key: readFileSync(paths.key, 'utf8'),
    };
    return { pair, x509: new X509Certificate(pair.certificate) };
  } catch {
    return undefined; // What cannot be read is made anew.
  }
}

/**
 * @param {import('./certificate.mjs').Pair} pair
 * @param {string} folder
 * @param {boolean} made
 * @returns {Authority}
 */
function described(pair, folder, made) {
  const x509 = new X509Certificate(pair.certificate);
  return {
    ...pair,
    folder,
    made,
    name: /^CN=(.*)$/m.exec(x509.subject)?.[1] ?? '',
    until: new Date(x509.validTo),
    fingerprint: x509.fingerprint256,
  };
}

/**
 * What Chromium's `--ignore-certificate-errors-spki-list` takes.
 * @param {string} certificate PEM
 */
export function spkiHash(certificate) {
  const spki = new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(spki).digest('base64');
}
