/** Whether a kept file is what the release says it is. */

export type FileState = 'whole' | 'missing' | 'altered';

/**
 * @param kept as the cache has it; undefined: it has none.
 * @param integrity as in HTML's integrity attribute, SHA-256.
 */
export async function stateOf(
  kept: Pick<Response, 'arrayBuffer'> | undefined,
  integrity: string,
): Promise<FileState> {
  if (kept === undefined) return 'missing';
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await kept.arrayBuffer()));
  return integrity === `sha256-${btoa(String.fromCharCode(...digest))}` ? 'whole' : 'altered';
}
