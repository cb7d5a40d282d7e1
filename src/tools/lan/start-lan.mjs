// @ts-check
/** `npm start -- --lan`: serves the room until it is stopped, and says large where. */
import { networkInterfaces } from 'node:os';
import encodeQR from 'qr';
import { chooseAddress } from './addresses.mjs';
import { authorityFolder, keptAuthority } from './authority.mjs';
import { PortProblem, serveRoom } from './serve-lan.mjs';

export const PORTS = { secure: 4443, plain: 4380 };

/**
 * @param {{ folder: string, wished: string, port: number | undefined }} options
 *   `wished`: an address, or ''; `port`: of HTTPS, and the next one is that of HTTP
 * @returns {Promise<boolean>} false where it could not be done, after saying why
 */
export async function startRoom({ folder, wished, port }) {
  const chosen = chooseAddress(networkInterfaces(), wished);
  if ('problem' in chosen) {
    console.error(`\n${chosen.problem}`);
    return false;
  }
  const { address } = chosen;
  const ports = port === undefined ? PORTS : { secure: port, plain: port === 0 ? 0 : port + 1 };
  try {
    const authority = keptAuthority(authorityFolder());
    const served = await serveRoom({ folder, address, ports, authority });
    console.log(roomInWords(served, authority, process.stdout.isTTY === true));
    return true;
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    console.error(`\n${error instanceof PortProblem ? words : `The room cannot be served: ${words}`}`);
    return false;
  }
}

/**
 * @param {import('./serve-lan.mjs').ServedRoom} served
 * @param {import('./authority.mjs').Authority} authority
 * @param {boolean} drawn with the QR code
 */
export function roomInWords({ secure, plain, name }, authority, drawn) {
  const line = '='.repeat(Math.max(secure.length, plain.length) + 6);
  const until = authority.until.toISOString().slice(0, 10);
  return [
    '',
    'Waymark for the room. On each tablet, in the same network, begin here:',
    '',
    line,
    `   ${plain}`,
    line,
    '',
    ...(drawn ? [encodeQR(plain, 'term'), ''] : []),
    'That page opens Waymark at once, without camera, locking and use offline, or leads through',
    'trusting this laptop, once a tablet. Then everything works, also without the laptop, at',
    '',
    line,
    `   ${secure}`,
    line,
    ...(name ? [`   or, where the network knows names, ${name}`] : []),
    '',
    `Certificate: ${authority.name}, until ${until}${authority.made ? ', made now: tablets do not know it yet' : ''}`,
    `Its key is in ${authority.folder}; whoever has it can pretend to be a device of a private network.`,
    'SHA-256 fingerprint, to compare with what a tablet shows:',
    `   ${authority.fingerprint}`,
    '',
    'If no tablet gets there: a firewall may ask to let Node through in private networks, and some',
    'guest networks keep devices apart; then open a hotspot. Ctrl+C stops it.',
  ].join('\n');
}
