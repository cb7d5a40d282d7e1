/** What a person at the app does and sees: starts sessions, answers, reads "saved", looks what is there. */
/// <reference lib="dom" />
import type { BrowserContext, Page } from '@playwright/test';

/** What the app says of the last tap. */
export type Said = 'saved' | 'once' | 'notSaved';

/** Each tap that the app has answered for, in order. */
export type Heard = (said: Said) => void;

/** Tells the listener what the app says at each tap of `tapOn`, in every page of the context. */
export async function listenTo(context: BrowserContext, heard: Heard): Promise<void> {
  await context.exposeBinding('heard', (_, said: Said) => heard(said));
}

/** Starts a session by its address and waits for its first question. Returns the session's id. */
export async function startSession(page: Page, url: string): Promise<string> {
  await page.goto(`${url}#/new/short`);
  await page.locator('.option').first().waitFor();
  await saidNow(page);
  return /#\/session\/([^/]+)/.exec(page.url())?.[1] ?? '';
}

export async function openSession(page: Page, url: string, id: string): Promise<void> {
  await page.goto(`${url}#/session/${id}/question/buyout`);
  await page.locator('.option').first().waitFor();
}

/**
 * Taps answers, one after the other, each as soon as the app has said what became of the last one, and tells each
 * saying. Returns when done; a killed page never does.
 */
export function tapOn(page: Page, taps: number): Promise<Said[]> {
  return page.evaluate(async (taps) => {
    const { heard } = window as unknown as { heard?: (said: string) => void };
    const sayings: ('saved' | 'once' | 'notSaved')[] = [];
    /** Resolves with what is said after "Saving ..." was seen: what was said before is of the last tap. */
    const nextSaying = () =>
      new Promise<'saved' | 'once' | 'notSaved'>((resolve) => {
        let saving = false;
        const look = () => {
          const text = document.querySelector('.saved')?.textContent ?? '';
          if (text.startsWith('Saving')) saving = true;
          else if (saving && text !== '') {
            watcher.disconnect();
            const once = text.startsWith('Saved, ');
            resolve(once ? 'once' : text.startsWith('Saved') ? 'saved' : 'notSaved');
          }
        };
        const watcher = new MutationObserver(look);
        watcher.observe(document.body, { subtree: true, childList: true, characterData: true });
      });
    for (let tap = 0; tap < taps; tap++) {
      const labels = [...document.querySelectorAll<HTMLElement>('.option label')];
      const chosen = labels.findIndex((label) => label.querySelector('input')?.checked === true);
      const saying = nextSaying();
      // Never the one that is chosen: that would be no answer.
      labels[(chosen + 1) % 2]?.click();
      const said = await saying;
      sayings.push(said);
      heard?.(said);
    }
    return sayings;
  }, taps);
}

async function saidNow(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('.saved')?.textContent?.startsWith('Saving') === false,
  );
}

/** Home once it shows what there is. */
export async function openHome(page: Page, url: string): Promise<void> {
  await page.goto(`${url}#/`);
  await page.locator('.sessions:not([aria-busy])').waitFor();
}

/** Everything that home says is wrong or was made good. */
export async function troubles(page: Page): Promise<string> {
  return (await page.locator('.trouble, .mended').allTextContents()).join('\n');
}
