import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { waymark } from './src/tools/vite-plugin-waymark.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

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
          // What the first load needs is one script, and what the first question needs is the next. What comes later
          // is few: each file that the worker keeps costs the tablet some ten milliseconds at the first visit,
          // however small it is. Each group takes along what it needs, so that a later one uses an earlier one and
          // never the other way round: chunks that need each other fail where the wrong one comes first.
          codeSplitting: {
            groups: [
              { name: 'page', tags: ['$initial'], priority: 5 },
              { name: 'question', test: /\/src\/view\/question\/screen\.tsx$/, priority: 4 },
              { name: 'codes', test: /\/node_modules\/qr\//, priority: 4 },
              { name: 'keeping', test: /\/src\/(lock|storage|exchange(?!\/workshop))\//, priority: 3 },
              { name: 'reading', test: (id) => !/\/workshop/.test(id), priority: 2 },
              { name: 'workshop', priority: 1 },
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
