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
          codeSplitting: false,
          hashCharacters: 'hex',
          entryFileNames: 'assets/waymark.[hash:10].js',
          assetFileNames: 'assets/[name].[hash:10][extname]',
        },
      },
    },
  };
});
