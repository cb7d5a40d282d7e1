// @ts-check
/** The versions of the pack that a device keeps, read and written as only an older release of the app would. */

/** @typedef {import('@playwright/test').Page} Page */

/** The version in use, once the app has kept it. @param {Page} page @returns {Promise<any>} */
export async function packInUse(page) {
  const all = () =>
    page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open('waymark-packs');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const database = opening.result;
            const reading = database.transaction('packs').objectStore('packs').getAll();
            reading.onsuccess = () => {
              database.close();
              resolve(reading.result);
            };
          };
        }),
    );
  // Kept when the app has nothing else to do; opened too early the database would be made here, and empty.
  await page.waitForFunction(async () =>
    (await indexedDB.databases()).some(({ name }) => name === 'waymark-packs'),
  );
  for (;;) {
    const [kept] = /** @type {any[]} */ (await all());
    if (kept) return kept.pack;
    await page.waitForTimeout(50);
  }
}

/** Keeps one more, with the words of the one in use. @param {Page} page @param {any} pack */
export function keepPack(page, pack) {
  return page.evaluate(
    (kept) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('waymark-packs');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const writing = database.transaction('packs', 'readwrite');
          const store = writing.objectStore('packs');
          const reading = store.getAll();
          reading.onsuccess = () =>
            store.put({ hash: kept.hash, pack: kept, words: withPress(reading.result[0].words) });
          writing.oncomplete = () => {
            database.close();
            resolve(undefined);
          };
        };
        /** @param {any} all */
        function withPress(all) {
          for (const words of Object.values(all)) {
            const press = {
              title: 'Is the press free?',
              options: { yes: { label: 'Yes' }, no: { label: 'No' } },
            };
            /** @type {any} */ (words).questions.press = press;
          }
          return all;
        }
      }),
    pack,
  );
}
