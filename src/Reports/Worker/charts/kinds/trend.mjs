// Values by year: one line for each reading, cut where a year is missing and at each break; the way to a target.
import { cleared, edge, ink, keyOf, letters, line, mark, numbers, paper, safe, scaleOf, soft, stroke, strokes, told, valueAxis, widthOf, words } from "../look.mjs";

const plot = 230;

export function trend(spec, width) {
  const format = numbers(spec);
  const { lines, breaks = [], target } = spec;
  const targets = target ? [[target.fromYear, target.fromValue], [target.year, target.value]] : [];
  const years = [...lines.flatMap(l => l.points.map(p => p.year)), ...targets.map(t => t[0])];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const scale = scaleOf([...lines.flatMap(l => l.points.map(p => p.value)), ...targets.map(t => t[1])]);
  const ticks = ticksOf(scale).map(format.tick);
  const left = Math.max(...ticks.map(widthOf)) + 14;
  const right = 18;
  const inside = width - left - right;
  const xOf = year => left + ((year - first + 0.5) / (last - first + 1)) * inside;
  const onTop = breaksOnTop(breaks, xOf, width);

  const key = keyOf(entriesOf(spec, onTop, format), width, 0);
  const top = key.height + (key.height > 0 ? 8 : 0) + (onTop.length > 0 ? line : 0) + line + 12;
  const shown = tickYears(first, last, inside);

  return {
    height: top + plot + 36,
    option: {
      grid: { left, right, top, height: plot, outerBoundsMode: "none" },
      xAxis: {
        type: "value", min: first - 0.5, max: last + 0.5, splitLine: { show: false }, axisLine: { onZero: false, lineStyle: { color: edge } },
        axisTick: { customValues: shown, lineStyle: { color: edge } }, axisLabel: { ...letters, customValues: shown, formatter: String },
      },
      yAxis: valueAxis(scale, format.tick),
      tooltip: { ...told(points => tellOf(points, spec, format)), trigger: "axis", axisPointer: { type: "line", lineStyle: { color: edge }, label: { show: false }, snap: true } },
      series: [
        ...lines.map((l, i) => ({
          type: "line", name: l.name, data: pointsOf(l, first, last, breaks), connectNulls: false, symbol: strokes[i % 4].symbol, symbolSize: 8, showAllSymbol: true, showSymbol: true,
          z: 10 - i, emphasis: { disabled: true }, itemStyle: { color: strokes[i % 4].color },
          lineStyle: { color: strokes[i % 4].color, width: 2.5, type: strokes[i % 4].type },
          label: { ...cleared, show: lines.length === 1, ...placeOf(l, xOf, inside / (last - first + 1), width, format), formatter: p => (isTold(l, p.value, inside / (last - first + 1), format) ? format.write(p.value[1]) : "") },
        })),
        ...(target ? [targetSeries(target)] : []),
      ],
      graphic: {
        elements: [
          ...key.elements,
          ...(spec.axis ? [words(spec.axis, 0, top - line / 2 - 10)] : []),
          ...breaks.flatMap(b => breakLine(xOf(b.year - 0.5), top - (onTop.includes(b) ? line : 4), top + plot)),
          ...onTop.map(b => words(b.label, xOf(b.year - 0.5), top - line - line / 2 - 10, "center", ink)),
        ],
      },
    },
  };
}

// The entries of the key: the lines when there are several, the target, the breaks whose words find no place on the picture.
function entriesOf({ lines, breaks = [], target }, onTop, format) {
  const sampled = (i, y) => [...stroke(strokes[i].color, strokes[i].type)(y), mark(strokes[i].symbol, 16, y, strokes[i].color)];
  return [
    ...(lines.length > 1 ? lines.map((l, i) => ({ text: withLast(l, format), sample: y => sampled(i % 4, y) })) : []),
    ...(target ? [{ text: target.name, sample: y => [...stroke(ink, [3, 4])(y), mark("circle", 26, y, paper, ink)] }] : []),
    ...breaks.filter(b => !onTop.includes(b)).map(b => ({ text: b.label, sample: y => breakLine(16, y - 9, y + 9) })),
  ];
}

const targetSeries = target => ({
  type: "line", name: target.name, data: [{ value: [target.fromYear, target.fromValue], symbol: "none" }, [target.year, target.value]], symbol: "circle", symbolSize: 11, z: 12,
  emphasis: { disabled: true }, itemStyle: { color: paper, borderColor: ink, borderWidth: 2 }, lineStyle: { color: ink, width: 2, type: [3, 4] },
});

const breakLine = (x, y1, y2) => [{ type: "line", silent: true, shape: { x1: x, x2: x, y1, y2 }, style: { stroke: soft, lineWidth: 1.5, lineDash: [5, 4] } }];

// A point for each year, empty where there is no value: the line never joins over one, nor over a break.
export function pointsOf({ points }, first, last, breaks) {
  const data = [];
  for (let year = first; year <= last; year++) {
    if (breaks.some(b => b.year === year)) data.push([year - 0.5, null]);
    data.push([year, points.find(p => p.year === year)?.value ?? null]);
  }
  return data;
}

// Every value is written when there is room for it, else the last one.
function isTold({ points }, [year, value], room, format) {
  return value !== null && (hasRoom(points, room, format) || year === points.findLast(p => p.value !== null).year);
}

const hasRoom = (points, room, format) => Math.max(...points.filter(p => p.value !== null).map(p => widthOf(format.write(p.value)))) + 6 < room;

// The last value, alone, stands on the side that the line does not come from, and within the picture.
export function placeOf({ points }, xOf, room, width, format) {
  const [before, end] = points.filter(p => p.value !== null).slice(-2);
  if (!end || hasRoom(points, room, format)) return { position: "top" };
  return { position: before.value > end.value ? "bottom" : "top", align: xOf(end.year) + widthOf(format.write(end.value)) / 2 > width ? "right" : "center" };
}

// The name of a line, and its last value.
function withLast({ name, points }, format) {
  const end = points.findLast(p => p.value !== null);
  return end ? `${name}\u00a0: ${format.withUnit(end.value)} (${end.year})` : name;
}

function ticksOf({ min, max, interval }) {
  return Array.from({ length: Math.round((max - min) / interval) + 1 }, (_, i) => Number((min + i * interval).toPrecision(12)));
}

// As many years as there is room for, the last one always.
export function tickYears(first, last, inside) {
  const step = [1, 2, 3, 4, 5, 10].find(s => (inside / (last - first + 1)) * s > 46) ?? last - first + 1;
  const years = [];
  for (let year = last; year >= first; year -= step) years.unshift(year);
  return years;
}

// Breaks whose words stand above their line without touching the sides nor each other.
function breaksOnTop(breaks, xOf, width) {
  const placed = [];
  for (const b of breaks) {
    const [x, half] = [xOf(b.year - 0.5), widthOf(b.label) / 2];
    const from = placed.length === 0 ? 0 : xOf(placed.at(-1).year - 0.5) + widthOf(placed.at(-1).label) / 2 + 12;
    if (x - half < from || x + half > width) return [];
    placed.push(b);
  }
  return placed;
}

function tellOf(points, { lines }, format) {
  const told = [points].flat().filter(p => p.value[1] !== null && Number.isInteger(p.value[0]));
  if (told.length === 0) return "";
  const several = lines.length > 1 || told.length > 1;
  return [String(told[0].value[0]), ...told.map(p => (several ? `${safe(p.seriesName)}\u00a0: ${format.withUnit(p.value[1])}` : format.withUnit(p.value[1])))].join("\n");
}
