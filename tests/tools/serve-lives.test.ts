/** That the server goes on answering, whatever it is asked and whatever becomes of who asked or of its files. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectSecurely } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keptAuthority } from '../../src/tools/lan/authority.mjs';
import { type ServedRoom, serveRoom } from '../../src/tools/lan/serve-lan.mjs';
import { ROOT } from '../../src/tools/run.mjs';
import { type Served, serve } from '../../src/tools/serve.mjs';

/** More than a connection takes in while nobody reads. */
const LARGE = 8_000_000;
let folder: string;
let here: Served;
let room: ServedRoom;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'waymark-'));
  mkdirSync(join(folder, 'dist/assets'), { recursive: true });
  mkdirSync(join(folder, 'beside'));
  for (const name of ['secret.txt', 'beside/secret.txt'])
    writeFileSync(join(folder, name), 'out of the folder');
  const files = {
    'index.html': 'the app',
    'assets/large.0123456789.js': 'x'.repeat(LARGE),
    'gone.txt': 'was',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, 'dist', name), text);
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'dist/link.txt'));
  symlinkSync(join(folder, 'beside'), join(folder, 'dist/out'));
  here = await serve({ folder: join(folder, 'dist'), port: 0 });
  const authority = keptAuthority(join(folder, 'lan'));
  const ports = { secure: 0, plain: 0 };
  room = await serveRoom({ folder: join(folder, 'dist'), address: '127.0.0.1', ports, authority });
});
afterAll(async () => {
  await Promise.all([here.close(), room.close()]);
  rmSync(folder, { recursive: true });
});

const SERVERS = ['npm start', 'the room, secure', 'the room, plain'] as const;
type Server = (typeof SERVERS)[number];
/** Of the app in what this server serves. */
const below = (server: Server) => (server === 'the room, plain' ? '/app' : '');

function opened(server: Server): Promise<Socket> {
  const url = { 'npm start': here.url, 'the room, secure': room.secure, 'the room, plain': room.plain }[
    server
  ];
  const port = Number(new URL(url).port);
  return new Promise((resolve, reject) => {
    const secure = server === 'the room, secure';
    const socket = secure
      ? connectSecurely({ port, host: '127.0.0.1', rejectUnauthorized: false }, () => resolve(socket))
      : connect(port, '127.0.0.1', () => resolve(socket));
    socket.on('error', reject);
  });
}

/** What comes back to these very bytes, until the server ends the connection; the body goes without its end. */
async function answered(server: Server, request: string): Promise<string> {
  const socket = await opened(server);
  let text = '';
  socket.on('data', (part) => {
    if (text.length < 5000) text += part;
  });
  const ended = new Promise((resolve) => socket.on('close', resolve));
  socket.write(request);
  await ended;
  return text;
}

const asks = (path: string, ...headers: string[]) =>
  `GET ${path} HTTP/1.1\r\n${['Host: here', 'Connection: close', ...headers].join('\r\n')}\r\n\r\n`;

async function expectAlive(server: Server): Promise<void> {
  const answer = await answered(server, asks(`${below(server)}/`));
  expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  expect(answer).toContain('\r\n\r\nthe app');
}

describe.each(SERVERS)('%s', (server) => {
  const at = (path: string) => below(server) + path;

  it.each([
    'bytes=5-1',
    'bytes=0-0',
    'bytes=0-',
    'bytes=-1',
    'bytes=-',
    'bytes=999999999-',
    'bytes=99999999999999999999-',
    'bytes=0-1,3-4',
    'bytes=1-0,5-1',
    'bytes=a-b',
    'lines=1-2',
    '-5',
    '',
  ])('answers the range %j with the whole file', async (range) => {
    const answer = await answered(server, asks(at('/index.html'), `Range: ${range}`));
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(answer).toContain('\r\n\r\nthe app');
    await expectAlive(server);
  });

  it.each<[string, RegExp]>([
    [asks('*'), /^HTTP\/1\.1 404 /],
    [asks('/%'), /^HTTP\/1\.1 404 /],
    [asks('/%ff%fe'), /^HTTP\/1\.1 404 /],
    [asks('/%00'), /^HTTP\/1\.1 404 /],
    [asks('//'), /^HTTP\/1\.1 404 /],
    [asks('/app/%'), /^HTTP\/1\.1 404 /],
    [asks('/app/../../secret.txt'), /^HTTP\/1\.1 404 /],
    [asks('/../secret.txt'), /^HTTP\/1\.1 404 /],
    [asks('/..%2fsecret.txt'), /^HTTP\/1\.1 404 /],
    [asks('/..%5csecret.txt'), /^HTTP\/1\.1 404 /],
    [asks('/__proto__'), /^HTTP\/1\.1 404 /],
    [asks('/constructor/'), /^HTTP\/1\.1 404 /],
    [asks(`/${'a'.repeat(10_000)}`), /^HTTP\/1\.1 404 /],
    [asks(`/${'a'.repeat(100_000)}`), /^HTTP\/1\.1 431 /],
    [asks('/', 'If-None-Match: ,,"'), /^HTTP\/1\.1 200 /],
    [asks('/', 'Accept-Encoding: ;;q=,gzip;q=x'), /^HTTP\/1\.1 200 /],
    [asks('/', 'Expect: 100-continue'), /^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 /],
    [asks('/', 'Upgrade: websocket', 'Connection: Upgrade'), /^HTTP\/1\.1 200 /],
    ['GET / HTTP/9.9\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['CONNECT here:443 HTTP/1.1\r\nHost: here\r\n\r\n', /^$/],
    ['POST / HTTP/1.1\r\nHost: here\r\nConnection: close\r\nContent-Length: 2\r\n\r\nab', /^HTTP\/1\.1 405 /],
    ['\u0016\u0003\u0001\u0000', /^HTTP\/1\.1 400 /],
    ['\r\n\r\nnothing that is known\r\n\r\n', /^HTTP\/1\.1 400 /],
  ])('lives through %j', async (request, expected) => {
    expect(await answered(server, request)).toMatch(expected);
    await expectAlive(server);
  });

  it('answers HEAD with what GET would say, and no body', async () => {
    const [head, whole] = await Promise.all([
      answered(server, asks(at('/')).replace('GET', 'HEAD')),
      answered(server, asks(at('/'))),
    ]);
    const said = (answer: string) => (answer.split('\r\n\r\n')[0] ?? '').replace(/\r\nDate: .*/, '');
    expect(head).toMatch(/\r\n\r\n$/);
    expect(said(head)).toBe(said(whole));
    expect(said(head)).toContain('\r\nContent-Length: 7');
  });

  it('says that a file has not changed', async () => {
    const tag = /ETag: (.+)\r\n/.exec(await answered(server, asks(at('/'))))?.[1];
    expect(tag).toBeDefined();
    for (const asked of [tag, `W/${tag}`, `"other", ${tag}`])
      expect(await answered(server, asks(at('/'), `If-None-Match: ${asked}`))).toMatch(/^HTTP\/1\.1 304 /);
    expect(await answered(server, asks(at('/'), 'If-None-Match: "other"'))).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('follows no link out of the folder', async () => {
    for (const path of ['/link.txt', '/out/secret.txt'])
      expect(await answered(server, asks(at(path)))).toMatch(/^HTTP\/1\.1 404 /);
  });

  // Elsewhere than on Linux nothing tells which files a process has open.
  it.runIf(existsSync('/proc/self/fd'))(
    'leaves no file open behind a download that is broken off',
    async () => {
      const open = () => readdirSync('/proc/self/fd').length;
      await expectAlive(server);
      const before = open();
      for (let i = 0; i < 40; i++) {
        const socket = await opened(server);
        socket.write(asks(at('/assets/large.0123456789.js')));
        await new Promise((resolve) => socket.once('data', resolve));
        socket.destroy();
      }
      await expect.poll(open, { timeout: 10_000 }).toBeLessThanOrEqual(before + 2);
      await expectAlive(server);
    },
  );

  it('answers while a thousand hold on to their connections', async () => {
    const sockets: Socket[] = [];
    for (let i = 0; i < 20; i++)
      sockets.push(...(await Promise.all(Array.from({ length: 50 }, () => opened(server)))));
    const firsts = sockets.map((socket) => new Promise((resolve) => socket.once('data', resolve)));
    for (const socket of sockets) socket.write(`GET ${at('/')} HTTP/1.1\r\nHost: here\r\n\r\n`);
    for (const first of await Promise.all(firsts)) expect(String(first)).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    await expectAlive(server);
    for (const socket of sockets) socket.destroy();
    await expectAlive(server);
  });
});

describe('whatever becomes of the folder', () => {
  it.each(SERVERS)('%s answers with the files as they were', async (server) => {
    const own = join(folder, 'dist');
    writeFileSync(join(own, 'new.txt'), 'new');
    rmSync(join(own, 'gone.txt'), { force: true });
    const at = (path: string) => answered(server, asks(below(server) + path));
    expect(await at('/gone.txt')).toMatch(/^HTTP\/1\.1 200 OK\r\n.*\r\n\r\nwas$/s);
    expect(await at('/new.txt')).toMatch(/^HTTP\/1\.1 404 /);
    await expectAlive(server);
  });
});

describe('where the system has no more descriptors', () => {
  // Windows has no such limit to set.
  it.skipIf(process.platform === 'win32')(
    'the server lives through it, and answers again after',
    async () => {
      const script = `
      const { serve } = await import(${JSON.stringify(join(ROOT, 'src/tools/serve.mjs'))});
      console.log((await serve({ folder: ${JSON.stringify(join(folder, 'dist'))}, port: 0 })).port);`;
      const limited = `ulimit -n 60; exec "$0" --input-type=module -e "$1"`;
      const child = spawn('sh', ['-c', limited, process.execPath, script]);
      try {
        const port = Number(await new Promise((resolve) => child.stdout.once('data', resolve)));
        const sockets = Array.from({ length: 300 }, () => connect(port, '127.0.0.1'));
        await Promise.all(
          sockets.map(async (socket) => {
            socket.on('error', () => undefined);
            const over = new Promise((resolve) => socket.once('data', resolve).once('close', resolve));
            socket.write('GET /assets/large.0123456789.js HTTP/1.1\r\nHost: here\r\n\r\n');
            await Promise.race([over, new Promise((resolve) => setTimeout(resolve, 2000))]);
          }),
        );
        for (const socket of sockets) socket.destroy();
        await expect
          .poll(() => fetch(`http://127.0.0.1:${port}/`).then((r) => r.text(), String), { timeout: 10_000 })
          .toBe('the app');
        expect(child.exitCode).toBeNull();
      } finally {
        child.kill();
      }
    },
  );
});
