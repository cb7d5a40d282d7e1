/** Reads the text of a PDF that Chromium wrote, page by page: enough of the format for that, and no more. */
import { inflateSync } from 'node:zlib';

/** A font's glyphs as text, by their code in hexadecimal digits; all codes of a font are of one length. */
type Glyphs = Map<string, string>;

interface Objects {
  /** Dictionary of an object, as written. */
  dictionary(id: string): string;
  /** Content of its stream, inflated; '' where it has none. */
  stream(id: string): string;
}

/** The text of each page, without any white space: where it breaks and in which order is the layout's affair. */
export function textOfPages(pdf: Buffer): string[] {
  const objects = objectsOf(pdf.toString('latin1'));
  return pageIds(objects, rootPages(objects, pdf.toString('latin1'))).map((id) => textOfPage(objects, id));
}

function objectsOf(source: string): Objects {
  const bodies = new Map<string, string>();
  for (const [, id = '', body = ''] of source.matchAll(/(?:^|\n)(\d+) 0 obj\n?([\s\S]*?)\nendobj/g)) {
    bodies.set(id, body);
  }
  const split = (id: string) => {
    const body = bodies.get(id) ?? '';
    const at = body.search(/stream\r?\n/);
    return at < 0 ? [body, ''] : [body.slice(0, at), body.slice(at).replace(/^stream\r?\n/, '')];
  };
  return {
    dictionary: (id) => split(id)[0] ?? '',
    stream(id) {
      const [dictionary = '', data = ''] = split(id);
      const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? 0);
      const bytes = Buffer.from(data.slice(0, length), 'latin1');
      return dictionary.includes('/FlateDecode')
        ? inflateSync(bytes).toString('latin1')
        : bytes.toString('latin1');
    },
  };
}

function rootPages(objects: Objects, source: string): string {
  const catalog = /\/Root (\d+) 0 R/.exec(source)?.[1] ?? '';
  return /\/Pages (\d+) 0 R/.exec(objects.dictionary(catalog))?.[1] ?? '';
}

function pageIds(objects: Objects, id: string): string[] {
  const node = objects.dictionary(id);
  const kids = /\/Kids\s*\[([^\]]*)\]/.exec(node)?.[1];
  if (kids === undefined) return [id];
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid = '']) => pageIds(objects, kid));
}

function textOfPage(objects: Objects, id: string): string {
  const page = objects.dictionary(id);
  const fonts = fontsOf(objects, page);
  const contents = /\/Contents (\d+) 0 R/.exec(page)?.[1] ?? '';
  let glyphs: Glyphs = new Map();
  let text = '';
  for (const [token, font, shown] of objects
    .stream(contents)
    .matchAll(/\/(F\d+) [\d.]+ Tf|(<[0-9A-Fa-f]+>|\[[^\]]*\]) ?TJ?j?/g)) {
    if (font !== undefined) glyphs = fonts.get(font) ?? new Map();
    else if (shown !== undefined && token.includes('T')) text += readShown(shown, glyphs);
  }
  // Ligatures as the letters they stand for.
  return text.normalize('NFKC').replace(/\s/g, '');
}

function fontsOf(objects: Objects, page: string): Map<string, Glyphs> {
  const fonts = new Map<string, Glyphs>();
  const resources = /\/Resources (\d+) 0 R/.exec(page)?.[1];
  const held = resources === undefined ? page : objects.dictionary(resources);
  for (const [, name = '', id = ''] of held.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const unicode = /\/ToUnicode (\d+) 0 R/.exec(objects.dictionary(id))?.[1];
    if (unicode !== undefined) fonts.set(name, readGlyphs(objects.stream(unicode)));
  }
  return fonts;
}

function readGlyphs(map: string): Glyphs {
  const glyphs: Glyphs = new Map();
  for (const [, block = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, from = '', to = ''] of block.matchAll(/<([0-9A-F]+)> <([0-9A-F]+)>/gi)) {
      glyphs.set(from.toUpperCase(), utf16(to));
    }
  }
  for (const [, block = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, first = '', last = '', to = ''] of block.matchAll(
      /<([0-9A-F]+)> <([0-9A-F]+)> <([0-9A-F]+)>/gi,
    )) {
      const start = Number.parseInt(first, 16);
      for (let glyph = start; glyph <= Number.parseInt(last, 16); glyph++) {
        const code = (Number.parseInt(to, 16) + glyph - start).toString(16).padStart(to.length, '0');
        glyphs.set(glyph.toString(16).toUpperCase().padStart(first.length, '0'), utf16(code));
      }
    }
  }
  return glyphs;
}

function readShown(shown: string, glyphs: Glyphs): string {
  const digits = [...shown.matchAll(/<([0-9A-Fa-f]+)>/g)].map(([, hex = '']) => hex).join('');
  const [{ length = 4 } = {}] = [...glyphs.keys()];
  return (digits.match(new RegExp(`.{${length}}`, 'g')) ?? [])
    .map((glyph) => glyphs.get(glyph.toUpperCase()) ?? '')
    .join('');
}

function utf16(hex: string): string {
  return (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
}
