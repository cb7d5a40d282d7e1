/** A passphrase as it counts, and one drawn by chance. */

/**
 * The same whatever keyboard it is typed on, and however many spaces are between its words. What a passphrase comes
 * to is part of the file format: docs/file-format.md.
 */
export function asItCounts(passphrase: string): string {
  return passphrase
    .normalize('NFKC')
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(/^ | $/g, '');
}

/** Six of 2,048 words: 66 bits. What they hold against is worked out in docs/security.md. */
const WORDS = 6;

/** Words drawn by the browser's own source of chance, each as likely as any other. Fetches the list. */
export async function drawPassphrase(): Promise<string> {
  const { wordlist } = await import('@scure/bip39/wordlists/english.js');
  // 2,048 divides 65,536: the remainder is as even as the draw.
  const drawn = crypto.getRandomValues(new Uint16Array(WORDS));
  return Array.from(drawn, (n) => wordlist[n % wordlist.length]).join(' ');
}
