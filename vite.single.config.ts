import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { single } from './src/tools/vite-plugin-single.ts';

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/[\\/]$/, '');

/** `npm run build:single`: everything in one file, without splitting. */
export default defineConfig(() => {
  process.env.NODE_ENV = 'production';
  return {
    root: 'src',
    base: './',
    publicDir: false as const,
    plugins: [single(root, process.env.WAYMARK_BUILD ?? '')],
    build: {
      outDir: '../dist-single',
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: false,
      reportCompressedSize: false,
      cssCodeSplit: false,
      rolldownOptions: {
        checks: { bundlerTimings: false },
        input: 'src/main.tsx',
        output: { codeSplitting: false },
      },
    },
  };
});
