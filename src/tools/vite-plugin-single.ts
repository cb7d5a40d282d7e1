/** The single-file edition: the whole app as one page that a browser opens from a disk. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { readContent } from './content.ts';
import { singlePolicy } from './csp.mjs';
import { PSEUDO_LOCALE } from './pseudo.ts';
import { BUILD_OF_PAGE, bundleScript } from './release.ts';
import type { DataFiles } from './virtual-module.ts';
import { problemsInWords, RESOLVED, VIRTUAL, versionOf, virtualModule } from './virtual-module.ts';

export const SINGLE_FILE = 'waymark.html';
const COPY_WORKER = 'virtual:waymark-copy-worker';

/**
 * @param root the project's folder
 * @param build id of the release on hosts that is built from the same sources
 */
export function single(root: string, build: string): Plugin {
  const files: DataFiles = new Map();
  return {
    name: 'waymark:single',
    enforce: 'pre',
    async resolveId(id, from) {
      if (id === VIRTUAL || id === COPY_WORKER) return `\0${id}`;
      // What has to be done otherwise in one file lies beside what it takes the place of.
      const other = id.replace(/^\.\/([\w-]+)\.ts$/, `${join(root, 'src')}/$1.single.ts`);
      return from?.startsWith(join(root, 'src')) && other !== id && existsSync(other) ? other : undefined;
    },
    async load(id) {
      if (id === `\0${COPY_WORKER}`)
        return `export default ${JSON.stringify(await bundleScript(root, 'src/storage/copy/worker.ts'))};`;
      if (id !== RESOLVED) return;
      const read = await readContent(root);
      if ('problems' in read) this.error(problemsInWords(read.problems));
      for (const texts of [read.content.messages, ...read.content.packs.map(({ words }) => words)])
        delete texts[PSEUDO_LOCALE];
      return virtualModule(read.content, (name) => name, files, {
        app: versionOf(root),
        build: BUILD_OF_PAGE,
        worker: '',
        named: true,
      });
    },
    generateBundle: {
      // Once the style sheet is there.
      order: 'post',
      async handler(_, bundle) {
        const scripts: string[] = [];
        const styles: string[] = [];
        for (const [name, output] of Object.entries(bundle)) {
          if (output.type === 'chunk') scripts.push(output.code);
          else if (name.endsWith('.css')) styles.push(String(output.source));
          else this.error(`${name} has no place in a single file.`);
          delete bundle[name];
        }
        const [script, style] = [scripts[0], styles[0]];
        if (script === undefined || style === undefined || scripts.length + styles.length > 2)
          return this.error('It is not one script and one style sheet.');
        const page = await readFile(join(root, 'src/index.html'), 'utf8');
        const icon = await readFile(join(root, 'public/icons/mark.svg'));
        const source = singlePage({ page, icon, build, script: script.trim(), style: style.trim(), files });
        this.emitFile({ type: 'asset', fileName: SINGLE_FILE, source });
      },
    },
  };
}

interface Parts {
  /** src/index.html. */
  page: string;
  icon: Uint8Array;
  build: string;
  script: string;
  style: string;
  files: DataFiles;
}

/** @throws Error where a part would end early inside the page, or the page lacks the place for one. */
export function singlePage({ page, icon, build, script, style, files }: Parts): string {
  if (/<\/script|<!--/i.test(script)) throw new Error('The script would end early inside a page.');
  if (/<\/style|<!--/i.test(style)) throw new Error('The style sheet would end early inside a page.');
  const put = (html: string, where: RegExp, what: string) => {
    if (!where.test(html)) throw new Error(`src/index.html has nothing like ${where}.`);
    return html.replace(where, () => what);
  };
  const data = [...files].map(
    ([name, text]) =>
      `<script type="application/json" id="./${name}">${text.replaceAll('<', '\\u003c')}</script>\n`,
  );
  const policy = singlePolicy(hashOf(script), hashOf(style));
  const head = [
    // First of all: no server says how the file is written.
    '<meta charset="utf-8" />',
    `<meta http-equiv="Content-Security-Policy" content="${policy}" />`,
    `<meta name="waymark-build" content="${build}" />`,
  ];
  let html = put(page, /<meta charset="utf-8" \/>/, head.join('\n    '));
  html = put(html, /\n *<link rel="manifest"[^>]*>/, '');
  html = put(html, /\n *<link rel="apple-touch-icon"[^>]*>/, '');
  const drawn = `data:image/svg+xml;base64,${Buffer.from(icon).toString('base64')}`;
  html = put(html, /(?<=<link rel="icon" type="image\/svg\+xml" href=")[^"]*/, drawn);
  html = put(html, /<script type="module"[^>]*><\/script>/, `<style>${style}</style>`);
  // Behind the content, so that all of it is there when the script runs.
  return put(html, / *<\/body>/, `${data.join('')}<script type="module">${script}</script>\n  </body>`);
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
