/**
 * Files that another app shares with this one come as a form that is posted to an address of ours. No server is asked:
 * the worker lays the file aside and leads to the screen that shows what it would bring (src/view/hand-on/receive.ts).
 */

/** As in the manifest, relative to the worker's scope. */
export const SHARE_ADDRESS = 'shared';
/** The page takes it out of there, and nothing else is ever in it. */
const SHARED = 'waymark-shared';
/** Bytes: what is larger is not kept for looking at. */
const LARGEST = 100_000_000;

/** @param scope the worker's, with a slash at the end. */
export async function laidAside(request: Request, scope: string): Promise<Response> {
  const form = await request.formData().catch(() => undefined);
  const file = form?.get('file');
  if (file instanceof File && file.size <= LARGEST) {
    const cache = await caches.open(SHARED);
    // One at a time: whatever came before and was not looked at goes.
    for (const key of await cache.keys()) await cache.delete(key);
    const headers = { 'X-Name': encodeURIComponent(file.name) };
    await cache.put(`${scope}${SHARE_ADDRESS}`, new Response(file, { headers }));
  }
  return Response.redirect(`${scope}#/files`, 303);
}
