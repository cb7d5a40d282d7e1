/** Comma-separated values as RFC 4180 has them, and safe to open in a spreadsheet. */

/**
 * Begins with a mark by which spreadsheets know UTF-8. A cell that one would run as a formula gets an apostrophe before
 * it, which shows it as text: =, +, -, @, and the tab and line breaks behind which one can hide (OWASP, CSV injection).
 */
export function csv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(text: string): string {
  const safe = /^[\s]*[=+\-@\t\r\n＝＋－＠]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
