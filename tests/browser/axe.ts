/** What axe finds on the page as it is. */
import type { Page } from '@playwright/test';
import axe from 'axe-core';

/**
 * Each rule that is broken, with the places where; of all rules, or only of some. The script of axe is put into a
 * document once and stays there while a walk goes on: to read it takes a good part of what a look takes.
 */
export async function broken(
  page: Page,
  runOnly?: { type: 'rule' | 'tag'; values: string[] },
): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (only) => {
    const { run } = (window as unknown as { axe: typeof axe }).axe;
    const { violations } = await run(document, {
      ...(only && { runOnly: only }),
      resultTypes: ['violations'],
    });
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ html, target }) => `${target} ${html.slice(0, 120)}`).join(' | ')}`,
    );
  }, runOnly);
}
