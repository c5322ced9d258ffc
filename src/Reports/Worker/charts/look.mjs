// What all charts share: letters, colours, numbers, scales, keys. Colours are custom properties of the page, so that light, dark, forced
// colours and print are the style sheet's affair.
export const size = 16;
export const line = 24;
// With single quotes: it is written into attributes as it stands.
export const family = "'Public Sans', system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', sans-serif";

export const ink = "var(--ink)";
export const soft = "var(--soft)";
export const rule = "var(--rule)";
export const edge = "var(--edge)";
export const paper = "var(--paper)";
export const accent = "var(--e)";

/** Colour, stroke and mark of each line of a chart: any one of the three tells them apart. */
export const strokes = [
  { color: accent, type: "solid", symbol: "circle" },
  { color: ink, type: [8, 4], symbol: "diamond" },
  { color: soft, type: [2, 3], symbol: "triangle" },
  { color: edge, type: [10, 3, 2, 3], symbol: "rect" },
];

export const letters = { fontSize: size, fontFamily: family, color: soft };

/** Letters over lines: the paper around them keeps them legible. */
export const cleared = { ...letters, color: ink, textBorderColor: paper, textBorderWidth: 4 };

/** How wide a text is, near enough to place things around it. */
export const widthOf = text => [...text].reduce((sum, c) => sum + (/[\s.,:;’'il|]/.test(c) ? 0.32 : /[A-ZÀ-ÝmwMW%]/.test(c) ? 0.78 : /\d/.test(c) ? 0.64 : 0.58), 0) * size;

/** Writes numbers as the pages do: parted by no-break spaces, with the real minus sign. */
export function numbers(spec) {
  const { decimals = 0, unit = "" } = spec.numbers;
  const format = new Intl.NumberFormat(spec.language === "en" ? "en-GB" : "fr-FR", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  const plain = new Intl.NumberFormat(spec.language === "en" ? "en-GB" : "fr-FR", { maximumFractionDigits: 4 });
  const clean = text => text.replace(/[\u202f\s]/g, "\u00a0").replace(/^-/, "\u2212").replace(/^\u2212(?=[0\u00a0,.]*$)/, "");
  const write = value => clean(format.format(value));
  return {
    write,
    tick: value => clean(plain.format(value)),
    withUnit: value => (unit ? `${write(value)}\u00a0${unit}` : write(value)),
    signed: value => (/[1-9]/.test(write(value)) && value > 0 ? `+${write(value)}` : write(value)),
  };
}

/** A scale from round number to round number through all values; from zero unless that would flatten what is drawn. */
export function scaleOf(values, { most = 5, fromZero = false } = {}) {
  const known = values.filter(v => v !== null && v !== undefined);
  let [least, largest] = known.length === 0 ? [0, 1] : [Math.min(...known), Math.max(...known)];
  if (fromZero || (least > 0 && (least * 2 < largest || (largest - least) * 4 > largest)) || least === largest) least = Math.min(0, least);
  if (fromZero || largest < 0) largest = Math.max(0, largest);
  if (least === largest) largest = least + 1;
  const step = stepOf((largest - least) / most);
  const [min, max] = [Math.floor(least / step + 1e-9) * step, Math.ceil(largest / step - 1e-9) * step];
  return { min: tidy(min), max: tidy(max), interval: step };
}

/** 1, 2 or 5 times a power of ten, at least this. */
export function stepOf(atLeast) {
  const ten = 10 ** Math.floor(Math.log10(atLeast));
  return tidy([1, 2, 5, 10].find(m => m * ten >= atLeast * (1 - 1e-9)) * ten);
}

// Without the dust of binary fractions.
const tidy = value => Number(value.toPrecision(12));

/** A text cut into lines no wider than this. */
export function wrap(text, width) {
  const lines = [];
  // A no-break space keeps its words together.
  for (const word of text.split(/[ \n]+/)) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && widthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** A key, a row for each entry: a sample 32 wide, then its words. Gives its height and the elements to draw from `top`. */
export function keyOf(entries, width, top) {
  const elements = [];
  let y = top;
  for (const { sample, text } of entries) {
    elements.push(...sample(y + line / 2));
    for (const part of wrap(text, width - 44)) {
      elements.push(words(part, 42, y + line / 2));
      y += line;
    }
  }
  return { height: y - top, elements };
}

export const words = (text, x, y, align = "left", fill = soft, fontWeight = 400) => ({
  type: "text", silent: true, x, y,
  style: { text, fill, stroke: paper, lineWidth: 4, fontSize: size, fontFamily: family, fontWeight, align, verticalAlign: "middle" },
});

export const stroke = (color, type, width = 2) => y => [
  { type: "line", silent: true, shape: { x1: 0, x2: 32, y1: y, y2: y }, style: { stroke: color, lineWidth: width, lineDash: type === "solid" ? null : type } },
];

/** A mark by its name, around a point. */
export function mark(symbol, x, y, fill, outline = fill, half = 5) {
  const style = { fill, stroke: outline, lineWidth: 2 };
  if (symbol === "diamond") return { type: "polygon", silent: true, shape: { points: [[x, y - half - 1], [x + half + 1, y], [x, y + half + 1], [x - half - 1, y]] }, style };
  if (symbol === "triangle") return { type: "polygon", silent: true, shape: { points: [[x, y - half], [x + half, y + half], [x - half, y + half]] }, style };
  if (symbol === "rect") return { type: "rect", silent: true, shape: { x: x - half, y: y - half, width: 2 * half, height: 2 * half }, style };
  return { type: "circle", silent: true, shape: { cx: x, cy: y, r: half }, style };
}

/** What is told beside the pointer, drawn in the picture itself: nothing is written in the page. */
export const told = formatter => ({
  renderMode: "richText", confine: true, formatter, backgroundColor: paper, borderColor: edge, borderWidth: 1, padding: 8,
  shadowBlur: 0, textStyle: { ...letters, color: ink }, transitionDuration: 0, extraCssText: "",
});

/** Braces are marks of rich text. */
export const safe = text => String(text).replace(/[{}|]/g, " ");

/** A value axis that draws quiet lines. */
export const valueAxis = (scale, format, more = {}) => ({
  type: "value", ...scale, axisLine: { show: false }, axisTick: { show: false },
  axisLabel: { ...letters, formatter: format }, splitLine: { lineStyle: { color: rule, width: 1 } }, ...more,
});
