/** Breaks text into lines. Nothing is ever cut: what is too long for a line is broken within a word. */

/** Width of a text in units of the picture. */
export type Measure = (text: string) => number;

/** @param widthOf room in a line, by its number from 0; at least as wide as a letter */
export function wrap(text: string, widthOf: (line: number) => number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  const fits = (candidate: string) => measure(candidate) <= widthOf(lines.length);
  const end = () => {
    if (line !== '') lines.push(line);
    line = '';
  };
  for (const word of text.split(/[ \t\n]+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    end();
    line = word;
    while (!fits(line)) {
      const part = longestStart(line, fits);
      lines.push(part);
      line = line.slice(part.length);
    }
  }
  end();
  return lines;
}

/** At least one letter, so that it comes to an end. */
function longestStart(word: string, fits: (text: string) => boolean): string {
  const letters = [...word];
  let count = letters.length - 1;
  while (count > 1 && !fits(letters.slice(0, count).join(''))) count--;
  return letters.slice(0, Math.max(1, count)).join('');
}
