// A small line for each branch, all at one scale: they are compared at a glance.
import { accent, cleared, edge, ink, letters, line, numbers, safe, scaleOf, soft, told, valueAxis, widthOf, words, wrap } from "../look.mjs";
import { pointsOf } from "./trend.mjs";

const plot = 110;

export function multiples(spec, width) {
  const format = numbers(spec);
  const { panels, breaks = [] } = spec;
  const years = panels.flatMap(p => p.points.map(q => q.year));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const scale = scaleOf(panels.flatMap(p => p.points.map(q => q.value)), { most: 3 });
  const left = Math.max(widthOf(format.tick(scale.max)), widthOf(format.tick(scale.min))) + 14;
  const columns = Math.max(1, Math.min(panels.length, Math.floor(width / 230)));
  const cell = width / columns;
  const names = panels.map(p => wrap(p.name, cell - 16));
  const title = Math.max(...names.map(n => n.length)) * 20 + 16;
  const tall = title + plot + 52;
  const head = spec.axis ? line + 4 : 0;
  const spots = panels.map((_, i) => ({ x: (i % columns) * cell, y: head + Math.floor(i / columns) * tall }));
  const inside = cell - left - 44;
  const xOf = year => left + ((year - first + 0.5) / (last - first + 1)) * inside;
  return {
    height: head + Math.ceil(panels.length / columns) * tall,
    option: {
      grid: spots.map(({ x, y }) => ({ left: x + left, width: inside, top: y + title, height: plot, outerBoundsMode: "none" })),
      xAxis: panels.map((_, i) => ({
        type: "value", gridIndex: i, min: first - 0.5, max: last + 0.5, splitLine: { show: false }, axisLine: { onZero: false, lineStyle: { color: edge } },
        axisTick: { customValues: [first, last], lineStyle: { color: edge } }, axisLabel: { ...letters, customValues: [first, last], formatter: String },
      })),
      yAxis: panels.map((_, i) => valueAxis(scale, format.tick, { gridIndex: i })),
      tooltip: { ...told(p => `${safe(p.seriesName)}\n${p.value[0]}\u00a0: ${format.withUnit(p.value[1])}`), trigger: "item" },
      series: panels.map((p, i) => ({
        type: "line", name: p.name, xAxisIndex: i, yAxisIndex: i, data: pointsOf(p, first, last, breaks), connectNulls: false, symbol: "circle", symbolSize: 6, showSymbol: true, showAllSymbol: true,
        emphasis: { disabled: true }, itemStyle: { color: accent }, lineStyle: { color: accent, width: 2 },
        label: { ...cleared, show: true, position: "right", formatter: q => (q.value[0] === p.points.findLast(r => r.value !== null)?.year ? format.write(q.value[1]) : "") },
      })),
      graphic: {
        elements: [
          ...(spec.axis ? [words(spec.axis, 0, line / 2)] : []),
          ...spots.flatMap(({ x, y }, i) => names[i].map((text, n) => words(text, x, y + title - 16 - (names[i].length - n - 0.5) * 20, "left", ink, 650))),
          ...spots.flatMap(({ x, y }) => breaks.map(b => ({
            type: "line", silent: true, shape: { x1: x + xOf(b.year - 0.5), x2: x + xOf(b.year - 0.5), y1: y + title, y2: y + title + plot }, style: { stroke: soft, lineWidth: 1.5, lineDash: [5, 4] },
          }))),
        ],
      },
    },
  };
}
