// From one total to another, effect by effect: rows, so that words find their place at any width.
import { accent, edge, ink, letters, line, mark, numbers, paper, safe, scaleOf, soft, told, valueAxis, widthOf, words, wrap } from "../look.mjs";

export function waterfall(spec, width) {
  const format = numbers(spec);
  const rows = rowsOf(spec);
  const scale = scaleOf(levelsOf(rows), { most: width < 500 ? 3 : 6 });
  const narrow = width < 500;
  // Where the axis does not begin at zero, a total is a mark: the length of a bar would lie.
  const isBar = scale.min <= 0;
  const written = rows.map(r => (r.isTotal ? format.withUnit(r.value) : format.signed(r.value)));
  const named = narrow ? 0 : Math.min(Math.max(...rows.map(r => widthOf(r.name))) + 16, 260);
  const ends = [scale.min, scale.max].map(v => widthOf(format.tick(v)) / 2 + 2);
  const [left, right] = [Math.max(named, ends[0]), Math.max(18, ends[1])];
  const inside = width - left - right;
  const names = rows.map(r => wrap(r.name, narrow ? width : left - 16));
  const top = spec.axis ? line + 12 : 8;
  const spots = placesOf(names, narrow, top);
  const xOf = value => left + ((value - scale.min) / (scale.max - scale.min)) * inside;
  const yOf = i => spots.middles[i];
  return {
    height: spots.bottom + 36,
    option: {
      grid: { left, right, top, height: spots.bottom - top, outerBoundsMode: "none" },
      xAxis: valueAxis(scale, format.tick, { axisLabel: { ...letters, formatter: format.tick, hideOverlap: true } }),
      yAxis: { type: "value", min: 0, max: rows.length, inverse: true, show: false },
      tooltip: { ...told(p => `${safe(rows[p.dataIndex].name)}\u00a0: ${written[p.dataIndex]}`), trigger: "item" },
      series: [{
        type: "custom", data: rows.map((r, i) => [r.from, r.to, i]), encode: { x: [0, 1], y: 2 }, emphasis: { disabled: true },
        renderItem: (_, api) => {
          const row = rows[api.value(2)];
          const y = yOf(api.value(2));
          if (row.isTotal && !isBar) return { ...mark("diamond", xOf(row.to), y, accent, accent, 8), silent: false };
          const [x1, x2] = [xOf(Math.min(row.from, row.to)), xOf(Math.max(row.from, row.to))];
          return { type: "rect", shape: { x: x1, y: y - 11, width: Math.max(x2 - x1, 2), height: 22 }, style: { fill: row.isTotal ? accent : colour(row) } };
        },
      }],
      graphic: {
        elements: [
          ...(spec.axis ? [words(spec.axis, 0, line / 2)] : []),
          ...rows.slice(1).map((r, i) => ({ type: "line", silent: true, shape: { x1: xOf(rows[i].to), x2: xOf(rows[i].to), y1: yOf(i) + 11, y2: yOf(i + 1) - 11 }, style: { stroke: edge, lineWidth: 1 } })),
          ...rows.flatMap((r, i) => nameOf(r, names[i], narrow ? 0 : left - 12, yOf(i), narrow)),
          ...rows.map((r, i) => valueOf(r, written[i], xOf, yOf(i), width, left, isBar)),
        ],
      },
    },
  };
}

// Each effect begins where the one before ended.
export function rowsOf({ start, effects, end }) {
  let at = start.value;
  const rows = [{ name: start.name, value: start.value, from: 0, to: start.value, isTotal: true }];
  for (const e of effects) {
    rows.push({ name: e.name, value: e.value, way: e.way, from: at, to: at + e.value, isTotal: false });
    at += e.value;
  }
  rows.push({ name: end.name, value: end.value, from: 0, to: end.value, isTotal: true });
  return rows;
}

// Where the rows end, with some room below so that no bar seems to begin at the axis.
function levelsOf(rows) {
  const levels = rows.map(r => r.to);
  const [least, largest] = [Math.min(...levels), Math.max(...levels)];
  return least > 0 ? [...levels, Math.max(0, least - (largest - least) * 0.15)] : levels;
}

// The sign written beside says the way; the colour says whether it was wanted.
const colour = ({ way }) => (way === "good" ? "var(--good)" : way === "bad" ? "var(--bad)" : soft);

// Beside its bar; above it where the picture is narrow.
function nameOf(row, lines, x, y, narrow) {
  const start = narrow ? y - 22 - (lines.length - 1) * 20 : y - ((lines.length - 1) * 20) / 2;
  return lines.map((text, i) => words(text, x, start + i * 20, narrow ? "left" : "right", row.isTotal ? ink : soft, row.isTotal ? 650 : 400));
}

// On the side of the bar where there is room.
function valueOf(row, text, xOf, y, width, left, isBar) {
  const isMark = row.isTotal && !isBar;
  const [x1, x2] = [xOf(isMark ? row.to : Math.min(row.from, row.to)), xOf(Math.max(row.from, row.to))];
  const [room, gap] = [widthOf(text) + 18, isMark ? 14 : 8];
  if (x2 + room <= width) return words(text, x2 + gap, y, "left", ink);
  if (x1 - room >= left) return words(text, x1 - gap, y, "right", ink);
  return words(text, x2 - gap, y, "right", ink);
}

// The middle of each bar, and where the rows end: as tall as their names.
function placesOf(names, narrow, top) {
  const middles = [];
  let y = top;
  for (const { length } of names) {
    const tall = narrow ? length * 20 + 38 : Math.max(40, length * 20 + 12);
    middles.push(narrow ? y + length * 20 + 18 : y + tall / 2);
    y += tall;
  }
  return { middles, bottom: y };
}
