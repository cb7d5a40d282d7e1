import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { waymark } from './src/tools/vite-plugin-waymark.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Screens that come when they are opened (see src/view/later.tsx), and what only they use. */
const LATER =
  /\/src\/(view\/(about|additions|brief|compare|details|evidence|hand-on|history|map|news|next|note|overview|passphrase|proof|protection|readings|ready|result|review|sources|storage|what-if|workshop)\/|session\/(additions|hand-on|workshop)\/|storage\/(chance|(memory-)?(addition|workshop)-store|vault\/(?!door))|exchange\/|lock\/|protection\.|unlock\.|documents\/(note(?!-bottom-line)|after-action|csv)|engine\/(reasoning\/|create-reasoner|exercise\/|room\/|soundness\/))|\/node_modules\/(qr|@scure)\//;
const isOfTheFirstLoad = (id: string) => !LATER.test(id) && !id.includes('virtual:');

export default defineConfig(({ command }) => {
  // A build is for use, whatever the environment says: a build for developers would hold the paths of this machine.
  if (command === 'build') process.env.NODE_ENV = 'production';
  return {
    root: 'src',
    // Relative, so that the app runs from any folder of a host.
    base: './',
    publicDir: '../public',
    plugins: [waymark(root)],
    // The second copy is kept by a worker: one script, which the page's policy lets run from its own folder only.
    worker: {
      format: 'es',
      rolldownOptions: {
        output: { entryFileNames: 'assets/copy.[hash:10].js', hashCharacters: 'hex', codeSplitting: false },
      },
    },
    build: {
      outDir: '../dist',
      emptyOutDir: true,
      target: 'es2022',
      // What is inlined as data: would need a looser policy, and the precache wants everything as a file.
      assetsInlineLimit: 0,
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        // Compiling the packs is what the build is for.
        checks: { bundlerTimings: false },
        output: {
          // What the first load needs is one script; each screen that comes later brings only what is its own.
          codeSplitting: { groups: [{ name: 'page', test: isOfTheFirstLoad }] },
          hashCharacters: 'hex',
          entryFileNames: 'assets/waymark.[hash:10].js',
          // Screens that few open come when they are opened; the worker keeps them from the first visit on.
          chunkFileNames: ({ name }) =>
            `assets/${name === 'page' ? 'waymark' : `later.${name}`}.[hash:10].js`,
          assetFileNames: 'assets/[name].[hash:10][extname]',
        },
      },
    },
  };
});
