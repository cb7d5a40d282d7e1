/** Runs the command line: as people do, in a process of its own, or by its function, which is quicker. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { vi } from 'vitest';
import { main } from '../../src/tools/cli/main.ts';

export const ROOT = join(import.meta.dirname, '../..');
export const PACK = 'belarus-russia-2020';
export const REAL = join(ROOT, 'rules', PACK);
export const EVALUATE = ['evaluate', '--pack', PACK];

export interface Result {
  code: number | null;
  out: string;
  err: string;
}

/** Through npm as the README says, standing in `cwd`. */
export function npm(args: string[], cwd: string, input = ''): Promise<Result> {
  const child = spawn('npm', ['--prefix', ROOT, 'run', '--silent', 'waymark', '--', ...args], {
    cwd,
    shell: process.platform === 'win32',
  });
  const result = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    result.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    result.err += text;
  });
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...result }));
  });
}

/** The same in this process, standing in `cwd`: some hundred times quicker. */
export async function waymark(args: string[], cwd: string): Promise<Result> {
  const result = { out: '', err: '' };
  const spies = [
    vi.spyOn(console, 'error').mockImplementation((text: string) => {
      result.err += `${text}\n`;
    }),
    vi.spyOn(console, 'log').mockImplementation((text: string) => {
      result.out += `${text}\n`;
    }),
    vi.spyOn(process.stdout, 'write').mockImplementation((text: unknown, ...rest: unknown[]) => {
      result.out += String(text);
      for (const done of rest) if (typeof done === 'function') done();
      return true;
    }),
  ];
  try {
    return { code: await main(args, { root: ROOT, cwd }), ...result };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

export const lines = (text: string) => text.split('\n').slice(0, -1);
