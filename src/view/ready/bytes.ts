/** "4.2 MB", "53 MB", "1.3 GB", in the reader's language. */
export function sayBytes(bytes: number, language: string): string {
  const large = bytes >= 1e9;
  const amount = bytes / (large ? 1e9 : 1e6);
  const said = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: large ? 'gigabyte' : 'megabyte',
    unitDisplay: 'short',
    maximumFractionDigits: amount < 10 ? 1 : 0,
  }).format(amount);
  // A number and its unit stay on one line.
  return said.replaceAll(' ', '\u00a0');
}
