/**
 * The lines of the second copy: length and CRC-32 of the JSON in eight hexadecimal digits each, the JSON, a line
 * feed. JSON has no line feed inside, so that after a damaged line the next one is found again.
 */

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });
const LINE_FEED = 10;
/** "0000012c 9ae0daaf " */
const PREFIX = 18;

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** CRC-32 as in ISO 3309 (zip, PNG); unsigned. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (TABLE[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}

export function lineOf(value: unknown): Uint8Array {
  const json = encoder.encode(JSON.stringify(value));
  const line = new Uint8Array(PREFIX + json.length + 1);
  line.set(encoder.encode(`${hex(json.length)} ${hex(crc32(json))} `));
  line.set(json, PREFIX);
  line[line.length - 1] = LINE_FEED;
  return line;
}

/** All of them in one piece, so that they are written in one go. */
export function linesOf(values: readonly unknown[]): Uint8Array {
  const lines = values.map(lineOf);
  const all = new Uint8Array(lines.reduce((sum, line) => sum + line.length, 0));
  let at = 0;
  for (const line of lines) {
    all.set(line, at);
    at += line.length;
  }
  return all;
}

export interface Scan {
  values: unknown[];
  /** Stretches of bytes that are no line. */
  bad: number;
  /** Where the last good line ends: what comes after it is a bad tail. */
  end: number;
}

/** Reads every line that is whole, whatever stands between. */
export function scan(bytes: Uint8Array): Scan {
  const values: unknown[] = [];
  let bad = 0;
  let end = 0;
  let at = 0;
  let wasGood = true;
  while (at < bytes.length) {
    const line = lineAt(bytes, at);
    if (line === undefined) {
      if (wasGood) bad += 1;
      const feed = bytes.indexOf(LINE_FEED, at);
      at = feed < 0 ? bytes.length : feed + 1;
    } else {
      values.push(line.value);
      at = line.end;
      end = at;
    }
    wasGood = line !== undefined;
  }
  return { values, bad, end };
}

function lineAt(bytes: Uint8Array, at: number): { value: unknown; end: number } | undefined {
  const length = number(bytes, at);
  const crc = number(bytes, at + 9);
  if (length === undefined || crc === undefined) return undefined;
  const from = at + PREFIX;
  if (bytes[from + length] !== LINE_FEED) return undefined;
  const json = bytes.subarray(from, from + length);
  if (crc32(json) !== crc) return undefined;
  try {
    return { value: JSON.parse(decoder.decode(json)), end: from + length + 1 };
  } catch {
    return undefined; // Not written by us, whatever its sum says.
  }
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}

/** Eight digits and a space. */
function number(bytes: Uint8Array, at: number): number | undefined {
  if (bytes[at + 8] !== 32) return undefined;
  let value = 0;
  for (let i = at; i < at + 8; i++) {
    const code = bytes[i] ?? 0;
    const digit = code >= 48 && code <= 57 ? code - 48 : code >= 97 && code <= 102 ? code - 87 : -1;
    if (digit < 0) return undefined;
    value = value * 16 + digit;
  }
  return value;
}
