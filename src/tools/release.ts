/**
 * Turns a folder of built files into a release: gives it an id (a hash over every file), writes the id into the page,
 * lists all files with their hashes, and builds the service worker that keeps them. Nothing in it depends on the time
 * or the machine, so two builds of the same sources are the same to the bit. Texts stand there compressed too, for
 * servers that send such a file where there is one.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { sha256 } from './content.ts';
import { withScreenshots } from './manifest.ts';

/** Stands in index.html until the id is known: the id cannot be in a file whose name is a hash of its content. */
export const BUILD_PLACEHOLDER = '%waymark-build%';
/** JavaScript that reads the id in the page. */
export const BUILD_OF_PAGE = `document.querySelector('meta[name="waymark-build"]').content`;

const WORKER = 'sw.js';
const MANIFEST = 'manifest.webmanifest';
/** Shown by the browser when it offers to install; no use to one who is offline. */
const NOT_KEPT = /^install\//;
const TEXT = /\.(css|html|js|json|svg|webmanifest)$/;

/** What the worker is told. src/offline/protocol.ts says the same: the two are compiled for different places. */
interface Release {
  build: string;
  files: { url: string; revision: string | null; integrity: string }[];
}

/** Completes the release in `folder`, in place. Returns all its files, without the compressed ones beside them. */
export async function finishRelease(root: string, folder: string): Promise<Map<string, Uint8Array>> {
  const files = await readFiles(folder);
  files.delete(WORKER);
  const put = async (path: string, text: string) => {
    files.set(path, Buffer.from(text));
    await writeFile(join(folder, path), text);
  };

  const manifest = files.get(MANIFEST);
  if (manifest) await put(MANIFEST, withScreenshots(Buffer.from(manifest).toString(), files));

  // The release is put in front of it as a constant.
  const worker = await bundleScript(root, 'src/offline/worker.ts');
  const id = buildId(files, worker);
  const page = Buffer.from(files.get('index.html') ?? '').toString();
  if (!page.includes(BUILD_PLACEHOLDER)) throw new Error('index.html has no place for the id of the build.');
  await put('index.html', page.replace(BUILD_PLACEHOLDER, id));

  const release: Release = { build: id, files: entries(files) };
  await put(WORKER, `const WAYMARK_RELEASE=${JSON.stringify(release)};\n${worker}`);
  for (const [path, data] of files)
    if (TEXT.test(path)) await writeFile(join(folder, `${path}.gz`), gzipSync(data, { level: 9 }));
  return files;
}

/** Everything in a folder, by path with forward slashes, in the order of the paths. */
export async function readFiles(folder: string): Promise<Map<string, Uint8Array>> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = found
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
  const files = new Map<string, Uint8Array>();
  for (const path of paths) files.set(path, await readFile(join(folder, path)));
  return files;
}

function buildId(files: Map<string, Uint8Array>, worker: string): string {
  const list = [...files].map(([path, data]) => `${path} ${sha256(data)}`);
  return sha256([...list, `${WORKER} ${sha256(worker)}`].join('\n')).slice(0, 12);
}

/** What the worker keeps. Names under assets/ hold a hash already and need no revision. */
function entries(files: Map<string, Uint8Array>): Release['files'] {
  return [...files]
    .filter(([path]) => path !== WORKER && !NOT_KEPT.test(path))
    .map(([url, data]) => ({
      url,
      revision: url.startsWith('assets/') ? null : sha256(data).slice(0, 12),
      integrity: `sha256-${createHash('sha256').update(data).digest('base64')}`,
    }));
}

/** A worker as one classic script. @param entry from the project's folder `root` */
export async function bundleScript(root: string, entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        checks: { bundlerTimings: false },
        input: join(root, entry),
        output: { format: 'iife', codeSplitting: false },
      },
    },
  });
  const output = (Array.isArray(result) ? result : [result]).flatMap((each) =>
    'output' in each ? each.output : [],
  );
  const [chunk] = output;
  if (output.length !== 1 || chunk?.type !== 'chunk') throw new Error(`${entry} is not one script.`);
  return chunk.code;
}
