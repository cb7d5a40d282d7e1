// @ts-check
/** Under which address a room can reach this computer: private ones only, and one at a time. */

/** @typedef {Record<string, { address: string, family: string | number, internal: boolean }[] | undefined>} Interfaces */
/** @typedef {{ name: string, address: string }} Place An interface and its IPv4 address. */

/** Bridges and tunnels that programs make: no tablet is behind them. */
const VIRTUAL =
  /^(docker|br-|veth|virbr|vbox|vmnet|vnic|tun|tap|utun|wg|ppp|zt|tailscale)|vEthernet|VirtualBox|VMware|VPN/i;

/** @param {string} address IPv4 */
export function isPrivate(address) {
  const [a = 0, b = 0, ...rest] = address.split('.').map(Number);
  if (rest.length !== 2 || [a, b, ...rest].some((part) => !(part >= 0 && part <= 255))) return false;
  return (
    a === 10 ||
    a === 127 ||
    (a === 172 && b >= 16 && b <= 31) ||
    (a === 192 && b === 168) ||
    (a === 169 && b === 254)
  );
}

/**
 * @param {Interfaces} interfaces as os.networkInterfaces() has them
 * @returns {Place[]} those that a room can be behind
 */
export function places(interfaces) {
  return Object.entries(interfaces).flatMap(([name, list = []]) =>
    list
      .filter(
        ({ family, internal, address }) =>
          (family === 'IPv4' || family === 4) && !internal && isPrivate(address),
      )
      .map(({ address }) => ({ name, address })),
  );
}

/**
 * The address to listen at, or why there is none, in words. Never more than one: a computer can be in a network that
 * the room has nothing to do with.
 * @param {Interfaces} interfaces
 * @param {string} [wished]
 * @returns {{ address: string } | { problem: string }}
 */
export function chooseAddress(interfaces, wished = '') {
  const all = places(interfaces);
  const listed = all.map(({ name, address }) => `  npm start -- --lan=${address}    (${name})`).join('\n');
  if (wished !== '') {
    if (!isPrivate(wished))
      return {
        problem: `${wished} is no private IPv4 address, so it may be reached from outside. Waymark listens at private ones only.`,
      };
    const own = Object.values(interfaces).some((list) => list?.some(({ address }) => address === wished));
    if (own || wished.startsWith('127.')) return { address: wished };
    return {
      problem: `This computer does not have the address ${wished}.${listed && ` It has:\n${listed}`}`,
    };
  }
  const likely = all.filter(({ name }) => !VIRTUAL.test(name));
  const [first, ...others] = likely.length > 0 ? likely : all;
  if (first === undefined)
    return {
      problem:
        'This computer is in no private network. Join the Wi-Fi of the room, or open a hotspot on this computer or a phone; then try again.',
    };
  if (others.length > 0)
    return { problem: `This computer is in several networks. Say which one the room is in:\n${listed}` };
  return { address: first.address };
}
