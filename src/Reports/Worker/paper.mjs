// Pictures for paper: programs that set documents know no custom properties, so that colours become numbers, those of light pages.

/** The custom properties of the first, light, block of the style sheets: name to hexadecimal colour, mixtures worked out. */
export function colours(sheets) {
  const found = {};
  for (const [, block] of sheets.replace(/@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, "").matchAll(/:root[^{]*\{([^}]*)\}/g)) {
    for (const [, name, value] of block.matchAll(/(--[\w-]+):\s*([^;]+);/g)) found[name] = value.trim();
  }
  const engagements = [0, 1, 2, 3, 4, 5].map(e => {
    const set = { ...found, "--e": e ? found[`--e${e}`] : found["--e"] };
    return Object.fromEntries(["--paper", "--ink", "--soft", "--rule", "--edge", "--good", "--bad", "--e", "--map-0", "--map-1", "--map-2", "--map-3", "--map-4"].map(name => [name, plain(set, name)]));
  });
  return engagements;
}

/** A picture with its colours as numbers, and set in the face of documents. */
export const onPaper = (svg, palette, family) => svg
  .replace(/var\((--[\w-]+)\)/g, (whole, name) => palette[name] ?? whole)
  .replace(/font-family="[^"]*"/g, `font-family="${family}"`)
  .replace(/font-family:[^;"]*'Public Sans'[^;"]*/g, `font-family:${family}`);

function plain(set, name) {
  const value = set[name];
  if (value === undefined) throw new Error(`No colour ${name}`);
  const other = /^var\((--[\w-]+)\)$/.exec(value);
  if (other) return plain(set, other[1]);
  const mixed = /^color-mix\(in oklab, var\((--[\w-]+)\) (\d+)%, var\((--[\w-]+)\)\)$/.exec(value);
  if (mixed) return mix(plain(set, mixed[1]), plain(set, mixed[3]), Number(mixed[2]) / 100);
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(value);
  if (short) return `#${short.slice(1).map(d => d + d).join("")}`;
  if (/^#[\da-f]{6}$/i.test(value)) return value;
  throw new Error(`${name} is no colour for paper: ${value}`);
}

const linear = c => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
const gamma = c => (c <= 0.0031308 ? c * 12.92 : 1.055 * c ** (1 / 2.4) - 0.055);

function oklab(hex) {
  const [r, g, b] = [1, 3, 5].map(i => linear(parseInt(hex.slice(i, i + 2), 16) / 255));
  const [l, m, s] = [0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b, 0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b, 0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b].map(Math.cbrt);
  return [0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s, 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s];
}

function mix(one, other, share) {
  const [a, b] = [oklab(one), oklab(other)];
  const [L, A, B] = a.map((v, i) => v * share + b[i] * (1 - share));
  const [l, m, s] = [L + 0.3963377774 * A + 0.2158037573 * B, L - 0.1055613458 * A - 0.0638541728 * B, L - 0.0894841775 * A - 1.291485548 * B].map(v => v ** 3);
  const rgb = [4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s, -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s, -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s];
  return `#${rgb.map(c => Math.round(Math.min(Math.max(gamma(c), 0), 1) * 255).toString(16).padStart(2, "0")).join("")}`;
}
