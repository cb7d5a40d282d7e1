import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { waymark } from './src/tools/vite-plugin-waymark.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

/** What comes later: handing on, files, locking, own additions. */
const KEEPING =
  /\/src\/(view\/(additions|check|hand-on|passphrase|protection|ready|storage)\/|session\/(additions|hand-on)\/|storage\/(chance|open-for|raw|second-only|addition-(database|state)|memory-store|(memory-)?addition-store|vault\/(?!door))|exchange\/(?!workshop\/)|lock\/|data-check\.|protection\.|unlock\.)/;
/** Of those: what only a workshop needs. */
const WORKSHOP =
  /\/src\/(view\/workshop\/|session\/workshop\/|storage\/(memory-)?workshop-store|exchange\/workshop\/|documents\/(after-action|csv)|engine\/(exercise|room)\/)/;

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
          // What the first load needs is one script. What comes later is few: each file that the worker keeps costs
          // the tablet some ten milliseconds at the first visit, however small it is. The first groups take along
          // what they need, so that a later one may use an earlier one and never the other way round.
          codeSplitting: {
            groups: [
              { name: 'page', tags: ['$initial'], priority: 5 },
              { name: 'codes', test: /\/node_modules\/qr\//, priority: 4 },
              { name: 'keeping', test: KEEPING, priority: 3 },
              { name: 'workshop', test: WORKSHOP, priority: 2 },
              { name: 'reading', priority: 1 },
            ],
          },
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
