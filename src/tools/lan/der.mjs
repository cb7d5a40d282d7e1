// @ts-check
/** The few pieces of DER (ITU-T X.690) that a certificate is made of. Each function returns the bytes of one value. */

/** @typedef {Buffer} Der */

/**
 * @param {number} tag
 * @param {...Uint8Array} content
 * @returns {Der}
 */
export function tagged(tag, ...content) {
  const body = Buffer.concat(content);
  if (body.length < 0x80) return Buffer.concat([Buffer.from([tag, body.length]), body]);
  const length = Buffer.from(body.length.toString(16).padStart(body.length > 0xff ? 4 : 2, '0'), 'hex');
  return Buffer.concat([Buffer.from([tag, 0x80 | length.length]), length, body]);
}

/** @param {...Uint8Array} parts */
export const sequence = (...parts) => tagged(0x30, ...parts);
/** @param {...Uint8Array} parts */
export const set = (...parts) => tagged(0x31, ...parts);
/** @param {Uint8Array} bytes big-endian, not negative */
export const integer = (bytes) => {
  const first = bytes.findIndex((byte) => byte !== 0);
  const short = first < 0 ? Uint8Array.of(0) : bytes.subarray(first);
  return (short[0] ?? 0) > 0x7f ? tagged(0x02, Uint8Array.of(0), short) : tagged(0x02, short);
};
/** @param {string} text */
export const utf8 = (text) => tagged(0x0c, Buffer.from(text));
/** @param {Uint8Array} bytes */
export const octets = (bytes) => tagged(0x04, bytes);
/** @param {Uint8Array} bytes @param {number} [unused] bits at the end that do not count */
export const bits = (bytes, unused = 0) => tagged(0x03, Uint8Array.of(unused), bytes);
export const TRUE = tagged(0x01, Uint8Array.of(0xff));

/** @param {string} dotted e.g. `2.5.4.3` */
export function oid(dotted) {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return tagged(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

/** @param {number} value @returns {number[]} seven bits a byte, all but the last with the high bit set */
function base128(value) {
  const last = value % 128;
  const before = Math.floor(value / 128);
  return before === 0 ? [last] : [...base128(before).map((byte) => byte | 0x80), last];
}

/** @param {Date} time before 2050 */
export function utcTime(time) {
  return tagged(
    0x17,
    Buffer.from(
      `${time
        .toISOString()
        .replaceAll(/[-:T]|\.\d+/g, '')
        .slice(2)}`,
    ),
  );
}
