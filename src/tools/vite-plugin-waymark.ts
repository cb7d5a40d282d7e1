/** Compiles the content into the app, gives the page its virtual module, locks the page and finishes the release. */
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import { readContent, sha256 } from './content.ts';
import { CSP_META } from './csp.mjs';
import { cyclesIn } from './cycles.ts';
import { BUILD_OF_PAGE, BUILD_PLACEHOLDER, finishRelease } from './release.ts';
import { overBudget, sizesOf, sizeTable } from './sizes.ts';
import {
  type DataFiles,
  type Naming,
  problemsInWords,
  RESOLVED,
  VIRTUAL,
  versionOf,
  virtualModule,
} from './virtual-module.ts';

/** Where `npm run dev` answers with content that is compiled at each request. */
const DEV_PATH = '/@waymark/';

/** Fetched together with the script that needs them, and not once it asks for them. */
const AT_ONCE = /^assets\/(pack|words\.en|messages\.en)\.[0-9a-f]+\.json$/;

/** @param root the project's folder */
export function waymark(root: string): Plugin[] {
  // Set in tests only: the same sources as another release, to update from and to.
  const otherRelease = process.env.WAYMARK_RELEASE ?? '';
  let outDir = '';
  let dev = false;
  let atOnce: string[] = [];

  const content: Plugin = {
    name: 'waymark:content',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
      dev = config.command === 'serve';
    },
    resolveId: (id) => (id === VIRTUAL ? RESOLVED : undefined),
    async load(id) {
      if (id !== RESOLVED) return;
      const read = await readContent(root);
      if ('problems' in read) this.error(problemsInWords(read.problems));
      for (const warning of read.warnings) this.warn(warning);
      const files: DataFiles = new Map();
      const code = virtualModule(read.content, dev ? devName : hashedName(otherRelease), files, {
        app: [versionOf(root), otherRelease].filter(Boolean).join('+'),
        build: dev ? '"dev"' : BUILD_OF_PAGE,
        worker: dev ? '' : './sw.js',
        named: dev,
      });
      atOnce = [...files.keys()].filter((path) => AT_ONCE.test(path));
      if (!dev) for (const [fileName, source] of files) this.emitFile({ type: 'asset', fileName, source });
      return code;
    },
    configureServer: (server) => serveContent(server, root),
  };

  const page: Plugin = {
    name: 'waymark:page',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: CSP_META },
          injectTo: 'head-prepend',
        },
        { tag: 'meta', attrs: { name: 'waymark-build', content: BUILD_PLACEHOLDER }, injectTo: 'head' },
        ...atOnce.map((path) => ({
          tag: 'link',
          attrs: { rel: 'preload', as: 'fetch', crossorigin: true, href: `./${path}` },
          injectTo: 'head' as const,
        })),
      ],
    },
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).flatMap((one) => (one.type === 'chunk' ? [one] : []));
      const [cycle] = cyclesIn(new Map(chunks.map(({ fileName, imports }) => [fileName, imports])));
      if (cycle !== undefined)
        this.error(
          `Scripts need each other, so that it fails when the wrong one comes first: ${cycle.join(' -> ')}. See the groups in vite.config.ts.`,
        );
    },
    // Everything is written by now, public/ too.
    async writeBundle() {
      const sizes = sizesOf(await finishRelease(root, outDir));
      console.log(`\n${sizeTable(sizes)}\n`);
      const tooLarge = overBudget(sizes).map(
        ({ name, gzip, budget }) => `${name}: ${gzip} bytes, ${budget} at most.`,
      );
      if (tooLarge.length > 0) {
        // Without its worker the build does not pass for a finished one.
        await rm(join(outDir, 'sw.js'));
        this.error(tooLarge.join('\n'));
      }
    },
  };
  return [content, page];
}

const devName: Naming = (name) => `${DEV_PATH.slice(1)}${name}.json`;
const hashedName =
  (salt: string): Naming =>
  (name, text) =>
    `assets/${name}.${sha256(salt + text).slice(0, 10)}.json`;

/** While developing: answers with content compiled since the last change of it, and reloads the page at each. */
function serveContent(server: ViteDevServer, root: string): void {
  let reading: ReturnType<typeof readContent> | undefined;
  const watched = [join(root, 'rules'), join(root, 'src/messages')];
  server.watcher.add(watched);
  server.watcher.on('all', (_, path) => {
    if (!watched.some((folder) => path.startsWith(folder))) return;
    reading = undefined;
    // A language may have come or gone.
    const known = server.moduleGraph.getModuleById(RESOLVED);
    if (known) server.moduleGraph.invalidateModule(known);
    server.hot.send({ type: 'full-reload' });
  });
  server.middlewares.use(async (request, response, next) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (!path.startsWith(DEV_PATH)) return next();
    reading ??= readContent(root);
    const read = await reading;
    const files: DataFiles = new Map();
    if ('content' in read)
      virtualModule(read.content, devName, files, { app: '', build: '""', worker: '', named: true });
    const text = files.get(path.slice(1));
    response.statusCode = text === undefined ? 500 : 200;
    response.setHeader('Content-Type', text === undefined ? 'text/plain; charset=utf-8' : 'application/json');
    response.end(text ?? ('problems' in read ? read.problems.join('\n\n') : `${path} is not there.`));
  });
}
