import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type SecureContextOptions, connect as tlsConnect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HEADERS } from '../../src/tools/csp.mjs';
import { chooseAddress, type Interfaces } from '../../src/tools/lan/addresses.mjs';
import { type Authority, keptAuthority } from '../../src/tools/lan/authority.mjs';
import { issue } from '../../src/tools/lan/certificate.mjs';
import { type ServedRoom, serveRoom } from '../../src/tools/lan/serve-lan.mjs';
import { roomInWords } from '../../src/tools/lan/start-lan.mjs';
import { ROOT } from '../../src/tools/run.mjs';
import { today } from '../clock.ts';

// The certificates are judged by the clock of the machine.
const NOW = today();
const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const ports = { secure: 0, plain: 0 };
let folder: string;
let authority: Authority;
let served: ServedRoom;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'waymark-'));
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'dist/index.html'), 'the app');
  authority = keptAuthority(join(folder, 'lan'), NOW);
  served = await serveRoom({
    folder: join(folder, 'dist'),
    address: '127.0.0.1',
    ports,
    authority,
    host: 'Trainer.fritz.box',
  });
});
afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true });
});

/** What a device that trusts `ca` gets: the body, or why the connection is refused. */
function fetched(url: string, ca: string | undefined, servername = ''): Promise<string> {
  return new Promise((resolve) => {
    get(url, { ...(ca && { ca }), ...(servername && { servername }), agent: false }, (response) => {
      let body = '';
      response.on('data', (part) => {
        body += part;
      });
      response.on('end', () => resolve(body));
    }).on('error', (error: NodeJS.ErrnoException) => resolve(String(error.code)));
  });
}

describe('the authority of a laptop', () => {
  it('is kept between runs, its key for its owner alone', () => {
    const kept = keptAuthority(join(folder, 'lan'), later(1));
    expect(authority.made).toBe(true);
    expect({ ...kept, made: true }).toEqual(authority);
    expect(kept.made).toBe(false);
    // Windows keeps no such bits.
    if (process.platform !== 'win32')
      expect(statSync(join(folder, 'lan/authority.key')).mode & 0o777).toBe(0o600);
  });

  it('is made anew before it ends, and where it cannot be read', () => {
    const own = join(folder, 'other');
    const first = keptAuthority(own, NOW);
    expect(keptAuthority(own, later(699)).fingerprint).toBe(first.fingerprint);
    const second = keptAuthority(own, later(701));
    expect(second.made).toBe(true);
    expect(second.fingerprint).not.toBe(first.fingerprint);
    writeFileSync(join(own, 'authority.crt'), 'nothing');
    expect(keptAuthority(own, NOW).made).toBe(true);
  });

  it('is what others take for one: signed by itself, for certificates only', () => {
    const x509 = new X509Certificate(authority.certificate);
    expect(x509.ca).toBe(true);
    expect(x509.verify(x509.publicKey)).toBe(true);
    expect(x509.checkIssued(x509)).toBe(true);
    expect(x509.subject).toContain('O=Waymark');
    expect(x509.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
  });
});

describe('over HTTPS', () => {
  it('a device that trusts the laptop gets the app, by its address and by its name', async () => {
    expect(await fetched(served.secure, authority.certificate)).toBe('the app');
    expect(served.name).toBe(`https://trainer.local:${new URL(served.secure).port}/`);
    expect(await fetched(served.secure, authority.certificate, 'trainer.local')).toBe('the app');
  });

  it('any other is refused, and so is another name', async () => {
    expect(await fetched(served.secure, undefined)).toBe('SELF_SIGNED_CERT_IN_CHAIN');
    expect(await fetched(served.secure, authority.certificate, 'other.local')).toBe(
      'ERR_TLS_CERT_ALTNAME_INVALID',
    );
  });

  it.each<[string, { names: string[]; addresses: string[] }, string]>([
    ['a name of the internet', { names: ['example.org'], addresses: [] }, 'example.org'],
    ['a name that only ends alike', { names: ['notlocal'], addresses: [] }, 'notlocal'],
    ['an address of the internet', { names: ['a.local'], addresses: ['192.0.2.1'] }, 'a.local'],
    [
      'an address just outside a private network',
      { names: ['a.local'], addresses: ['172.32.0.1'] },
      'a.local',
    ],
  ])('the authority cannot vouch for %s', async (_, who, servername) => {
    const { certificate, key } = issue(authority, { issuer: authority.name, days: 30, ...who });
    expect(await handshake({ key, cert: certificate }, servername)).toBe('permitted subtree violation');
  });

  it('it can for private ones', async () => {
    const who = { names: ['a.local'], addresses: ['10.1.2.3', '172.31.255.1', '192.168.0.9'] };
    const { certificate, key } = issue(authority, { issuer: authority.name, days: 30, ...who });
    expect(await handshake({ key, cert: certificate }, 'a.local')).toBe('');
  });
});

/** Whether the chain holds for a device that trusts the authority: '' or what is wrong with it. */
function handshake(options: SecureContextOptions, servername: string): Promise<string> {
  return new Promise((resolve) => {
    const server = createServer(options, (socket) => socket.end());
    server.on('tlsClientError', () => undefined);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      const done = (words: string) => {
        socket.destroy();
        server.close(() => resolve(words));
      };
      const socket = tlsConnect({
        port,
        host: '127.0.0.1',
        servername,
        ca: authority.certificate,
        checkServerIdentity: () => undefined,
      });
      socket.on('secureConnect', () => done(''));
      socket.on('error', (error) => done(error.message));
    });
  });
}

describe('over HTTP', () => {
  it('the page has the certificate, its fingerprint, the steps and the secure address, and every header', async () => {
    const response = await fetch(served.plain);
    for (const [name, value] of Object.entries(HEADERS))
      if (name !== 'Content-Security-Policy') expect(response.headers.get(name), name).toBe(value);
    expect(response.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'self'; /,
    );
    const page = await response.text();
    for (const part of [authority.fingerprint, authority.name, served.secure, 'iPad', 'Android', 'Windows'])
      expect(page).toContain(part);
    expect(page).not.toMatch(/\{\w+\}|<script/);
    const given = Buffer.from(await (await fetch(`${served.plain}waymark.crt`)).arrayBuffer());
    expect(new X509Certificate(given).fingerprint256).toBe(authority.fingerprint);
    expect(await (await fetch(`${served.plain}address.svg`)).text()).toMatch(/^<svg /);
  });

  it.each<[string, string, number, string]>([
    ['GET', 'app/', 200, 'the app'],
    ['GET', 'app', 200, 'the app'],
    ['GET', 'app/../lan/authority.key', 404, 'There is no such'],
    ['GET', 'app/..%2f..%2flan/authority.key', 404, 'There is no such'],
    ['GET', 'authority.key', 404, 'There is no such'],
    ['POST', '', 405, ''],
    ['POST', 'app/', 405, ''],
  ])('%s %j: %i', async (method, path, status, body) => {
    const response = await fetch(served.plain + path, { method });
    expect(response.status).toBe(status);
    expect(await response.text()).toContain(body);
  });
});

it('a port that is taken is told with what to do, and nothing stays open', async () => {
  const taken = Number(new URL(served.plain).port);
  const options = { folder: join(folder, 'dist'), address: '127.0.0.1', authority };
  await expect(serveRoom({ ...options, ports: { secure: taken, plain: 0 } })).rejects.toThrow(
    `Port ${taken} is in use by another program`,
  );
  const free = await serveRoom({ ...options, ports });
  const secure = Number(new URL(free.secure).port);
  await free.close();
  await expect(serveRoom({ ...options, ports: { secure, plain: taken } })).rejects.toThrow(
    `Port ${taken} is in use`,
  );
  const again = await serveRoom({ ...options, ports: { secure, plain: 0 } });
  await again.close();
});

it.each([['--wan'], ['--lan', 'more'], ['--lan192.168.1.5']])(
  'npm start refuses what it does not know: %s',
  (...words) => {
    const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'src/tools/start.mjs'), ...words]);
    expect(status).toBe(1);
    expect(String(stderr)).toContain(`this is ${words.join(' ')}.`);
  },
);

it('what is said at the start has both addresses on lines of their own, and the fingerprint', () => {
  const words = roomInWords(served, authority, false).split('\n');
  for (const part of [served.secure, served.plain, authority.fingerprint])
    expect(words).toContain(`   ${part}`);
  expect(words.join('\n')).toContain('made now: tablets do not know it yet');
});

describe('where it listens', () => {
  const at = (address: string) => [{ address, family: 'IPv4', internal: address.startsWith('127.') }];
  const LO = { lo: at('127.0.0.1') };
  const WIFI = { wlan0: at('192.168.1.20') };
  it.each<[string, Interfaces, string, { address: string } | { problem: string }]>([
    ['the one private network', { ...LO, ...WIFI }, '', { address: '192.168.1.20' }],
    [
      'bridges of programs are passed over',
      { ...WIFI, docker0: at('172.17.0.1'), tun0: at('10.8.0.2') },
      '',
      { address: '192.168.1.20' },
    ],
    ['a public address is passed over', { ...WIFI, eth0: at('192.0.2.2') }, '', { address: '192.168.1.20' }],
    ['none', { ...LO, eth0: at('192.0.2.2') }, '', { problem: 'in no private network' }],
    ['several', { ...WIFI, eth0: at('10.0.0.7') }, '', { problem: '--lan=10.0.0.7    (eth0)' }],
    ['the one that was told', { ...WIFI, eth0: at('10.0.0.7') }, '10.0.0.7', { address: '10.0.0.7' }],
    ['this computer alone, told so', LO, '127.0.0.1', { address: '127.0.0.1' }],
    ['told, and public', { eth0: at('192.0.2.2') }, '192.0.2.2', { problem: 'no private IPv4 address' }],
    ['told, and everywhere', WIFI, '0.0.0.0', { problem: 'no private IPv4 address' }],
    [
      'told, and not of this computer',
      WIFI,
      '192.168.9.9',
      { problem: 'does not have the address 192.168.9.9' },
    ],
    ['told, and no address', WIFI, 'wlan0', { problem: 'no private IPv4 address' }],
    ['just outside', { eth0: at('172.32.0.1') }, '', { problem: 'in no private network' }],
  ])('%s', (_, interfaces, wished, expected) => {
    const chosen = chooseAddress(interfaces, wished);
    if ('problem' in expected) expect(chosen).toEqual({ problem: expect.stringContaining(expected.problem) });
    else expect(chosen).toEqual(expected);
  });
});
