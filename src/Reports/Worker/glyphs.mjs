// Which characters the face of documents has. One that it lacks (an emoji) would make the PDF be refused: it is shown as a square.
const square = "\u25a1";

/** The characters of a TrueType face, as a test of a code point. */
export function covered(font) {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = Array.from({ length: view.getUint16(4) }, (_, i) => 12 + 16 * i);
  const cmap = view.getUint32(tables.find(at => view.getUint32(at) === 0x636d6170) + 8);
  const known = new Set();
  for (let i = 0; i < view.getUint16(cmap + 2); i++) {
    const at = cmap + view.getUint32(cmap + 4 + 8 * i + 4);
    if (view.getUint16(at) === 12) {
      for (let g = 0; g < view.getUint32(at + 12); g++) add(view.getUint32(at + 16 + 12 * g), view.getUint32(at + 20 + 12 * g));
    } else if (view.getUint16(at) === 4) {
      const segments = view.getUint16(at + 6) / 2;
      for (let s = 0; s < segments; s++) add(view.getUint16(at + 16 + 2 * segments + 2 * s), Math.min(view.getUint16(at + 14 + 2 * s), 0xfffe));
    }
  }
  return point => known.has(point);

  function add(from, to) {
    for (let point = from; point <= to; point++) known.add(point);
  }
}

/** The same data, every text of it legible in the face; composed first, so that an accent typed apart finds its letter. */
export function legible(data, has) {
  if (typeof data === "string") return written(data.normalize("NFC"), has);
  if (Array.isArray(data)) return data.map(d => legible(d, has));
  return data && typeof data === "object" ? Object.fromEntries(Object.entries(data).map(([name, d]) => [name, legible(d, has)])) : data;
}

const signs = new Intl.Segmenter("fr", { granularity: "grapheme" });

// One square for one sign as people see it, of however many characters; blanks of other kinds are a space.
function written(text, has) {
  const known = c => c === "\n" || has(c.codePointAt(0));
  if ([...text].every(known)) return text;
  return Array.from(signs.segment(text), ({ segment }) => {
    if ([...segment].every(known)) return segment;
    if (/^[\s\p{Cc}\p{Cf}]+$/u.test(segment)) return /\s|\p{Cc}/u.test(segment) ? " " : "";
    const [first, ...rest] = segment;
    return known(first) && rest.every(c => known(c) || /\p{M}|\p{Cf}/u.test(c)) ? [first, ...rest].filter(known).join("") : square;
  }).join("");
}
