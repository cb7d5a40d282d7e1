/**
 * One text per value, whatever the order in which its keys were set: what is hashed and compared.
 * Keys are sorted by UTF-16 code units and numbers written as JSON.stringify writes them, as RFC 8785 asks.
 */

/**
 * @param value plain JSON: objects, arrays, strings, finite numbers, booleans, null. Keys whose value is
 *   `undefined` are left out, as JSON.stringify does.
 * @returns JSON without white space, keys sorted.
 * @throws TypeError on anything that JSON cannot carry: it would be lost in silence otherwise.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`${value} is no JSON number`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map((item: unknown) => canonicalJson(item)).join(',')}]`;
  if (typeof value === 'object' && isPlain(value)) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
    return `{${members.join(',')}}`;
  }
  throw new TypeError(`${Object.prototype.toString.call(value)} is no plain JSON`);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
