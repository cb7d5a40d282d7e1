// @ts-check
/**
 * Certificates (RFC 5280) for a laptop that serves a room: an authority that tablets are told to trust, and what it
 * signs. The authority can vouch for private addresses and names ending in `.local` only, for servers only, and for no
 * other authority: so whoever gets hold of its key cannot pretend to be any site of the internet.
 */
import { createHash, createPublicKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { bits, integer, octets, oid, sequence, set, TRUE, tagged, utcTime, utf8 } from './der.mjs';

/** @typedef {{ certificate: string, key: string }} Pair PEM texts. */

const DAY = 86_400_000;
/** Clocks in a room differ. */
const EARLIER = 2 * DAY;
const ECDSA_SHA256 = sequence(oid('1.2.840.10045.4.3.2'));
const FOR_SERVERS = sequence(oid('1.3.6.1.5.5.7.3.1'));

/** What may be vouched for: no other name and no other address, IPv6 included. Address and mask. */
const NETWORKS = [
  '10.0.0.0/255.0.0.0',
  '172.16.0.0/255.240.0.0',
  '192.168.0.0/255.255.0.0',
  '169.254.0.0/255.255.0.0',
  '127.0.0.0/255.0.0.0',
];
const DOMAINS = ['local', 'localhost'];
/**
 * @param {{ name: string, days: number, now?: Date }} options `name`: as lists of trusted authorities show it
 * @returns {Pair}
 */
export function makeAuthority({ name, days, now = new Date() }) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const permitted = [
    ...DOMAINS.map(dnsName),
    ...NETWORKS.map((network) => ipAddress(Buffer.concat(network.split('/').map(ipv4)))),
  ];
  const certificate = signed(privateKey, {
    issuer: name,
    subject: name,
    spki,
    from: new Date(now.getTime() - EARLIER),
    to: new Date(now.getTime() + days * DAY),
    extensions: [
      extension('2.5.29.19', sequence(TRUE, integer(Uint8Array.of(0))), true),
      // To sign certificates, and nothing else.
      extension('2.5.29.15', bits(Uint8Array.of(0x04), 2), true),
      extension('2.5.29.37', FOR_SERVERS),
      extension('2.5.29.30', sequence(tagged(0xa0, ...permitted.map((one) => sequence(one)))), true),
      extension('2.5.29.14', octets(idOf(spki))),
    ],
  });
  return { certificate, key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })) };
}

/**
 * A certificate of a server, signed by an authority of makeAuthority.
 * @param {Pair} authority
 * @param {{ issuer: string, names: string[], addresses: string[], days: number, now?: Date }} options
 *   `issuer`: the authority's name; `addresses`: IPv4
 * @returns {Pair}
 */
export function issue(authority, { issuer, names, addresses, days, now = new Date() }) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const known = createPublicKey(authority.certificate).export({ type: 'spki', format: 'der' });
  const all = [...names.map(dnsName), ...addresses.map((address) => ipAddress(ipv4(address)))];
  const certificate = signed(authority.key, {
    issuer,
    subject: addresses[0] ?? names[0] ?? '',
    spki,
    from: new Date(now.getTime() - EARLIER),
    to: new Date(now.getTime() + days * DAY),
    extensions: [
      extension('2.5.29.19', sequence(), true),
      // To sign, as TLS 1.3 has servers do.
      extension('2.5.29.15', bits(Uint8Array.of(0x80), 7), true),
      extension('2.5.29.37', FOR_SERVERS),
      extension('2.5.29.17', sequence(...all)),
      extension('2.5.29.14', octets(idOf(spki))),
      extension('2.5.29.35', sequence(tagged(0x80, idOf(known)))),
    ],
  });
  return { certificate, key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })) };
}

/**
 * @param {import('node:crypto').KeyLike} key of the issuer
 * @param {{ issuer: string, subject: string, spki: Buffer, from: Date, to: Date, extensions: Buffer[] }} content
 * @returns {string} PEM
 */
function signed(key, { issuer, subject, spki, from, to, extensions }) {
  const serial = randomBytes(16);
  // Neither negative nor begun with zeros.
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  const content = sequence(
    tagged(0xa0, integer(Uint8Array.of(2))),
    integer(serial),
    ECDSA_SHA256,
    nameOf(issuer),
    sequence(utcTime(from), utcTime(to)),
    nameOf(subject),
    spki,
    tagged(0xa3, sequence(...extensions)),
  );
  const whole = sequence(content, ECDSA_SHA256, bits(sign('sha256', content, key)));
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

/** @param {string} name */
function nameOf(name) {
  const part = (/** @type {string} */ id, /** @type {string} */ text) => set(sequence(oid(id), utf8(text)));
  return sequence(part('2.5.4.10', 'Waymark'), part('2.5.4.3', name));
}

/** @param {string} id @param {Buffer} value @param {boolean} [critical] */
function extension(id, value, critical = false) {
  return sequence(oid(id), ...(critical ? [TRUE] : []), octets(value));
}

/** @param {Buffer} spki */
const idOf = (spki) => createHash('sha256').update(spki).digest().subarray(0, 20);
/** @param {string} name */
const dnsName = (name) => tagged(0x82, Buffer.from(name, 'ascii'));
/** @param {Uint8Array} bytes */
const ipAddress = (bytes) => tagged(0x87, bytes);
/** @param {string} address */
const ipv4 = (address) => Buffer.from(address.split('.').map(Number));
