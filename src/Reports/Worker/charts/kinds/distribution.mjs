// How many bodies have a value in each class; above, the quartiles; the places of one's own bodies.
import { accent, edge, ink, keyOf, letters, line, mark, numbers, paper, scaleOf, soft, stroke, told, valueAxis, widthOf, words } from "../look.mjs";

const plot = 200;
const band = 44;

export function distribution(spec, width) {
  const format = numbers(spec);
  const { classes, own = [] } = spec;
  const step = classes[0].to - classes[0].from;
  const [from, to] = [classes[0].from, classes.at(-1).to];
  const scale = scaleOf(classes.map(c => c.count), { most: 4, fromZero: true });
  if (scale.interval < 1) scale.interval = 1;
  const left = Math.max(widthOf(format.tick(scale.max)), widthOf("00")) + 14;
  const right = 18;
  const inside = width - left - right;
  const xOf = value => left + ((Math.min(Math.max(value, from), to) - from) / (to - from)) * inside;

  const key = keyOf(entriesOf(spec), width, 0);
  const top = key.height + 8 + line + band;
  const edges = classes.slice(1).map(c => c.from);
  const shown = edgesShown(edges, inside / classes.length, format);

  return {
    height: top + plot + 36 + line,
    option: {
      grid: { left, right, top, height: plot, outerBoundsMode: "none" },
      xAxis: {
        type: "value", min: from, max: to, interval: step, splitLine: { show: false }, axisLine: { lineStyle: { color: edge } },
        axisTick: { customValues: edges, lineStyle: { color: edge } }, axisLabel: { ...letters, customValues: shown, formatter: format.tick },
      },
      yAxis: valueAxis(scale, format.tick),
      tooltip: { ...told(p => classes[p.dataIndex].told), trigger: "item" },
      series: [{
        type: "custom", data: classes.map(c => [c.from, c.to, c.count]), encode: { x: [0, 1], y: 2 }, emphasis: { disabled: true },
        renderItem: (_, api) => {
          const [x1, y] = api.coord([api.value(0), api.value(2)]);
          const [x2, base] = api.coord([api.value(1), 0]);
          return { type: "rect", shape: { x: x1 + 1, y, width: Math.max(x2 - x1 - 2, 1), height: base - y }, style: { fill: accent } };
        },
      }],
      graphic: {
        elements: [
          ...key.elements,
          words(spec.countName, 0, key.height + 8 + line / 2 - 2),
          ...quartiles(spec, xOf, key.height + 8 + line + 18),
          ...own.flatMap(o => place(xOf(o.value), key.height + 8 + line + 18, top + plot)),
          words(spec.axis, left + inside / 2, top + plot + 46, "center"),
        ],
      },
    },
  };
}

function entriesOf({ landmarks, own = [] }) {
  return [
    { text: landmarks.middle, sample: y => [bar(0, 32, y)] },
    { text: landmarks.median, sample: y => [tick(16, y)] },
    ...own.map(o => ({ text: o.name, sample: y => [...stroke(ink, [2, 3])(y), mark("diamond", 16, y, paper, ink)] })),
  ];
}

// The middle half of the bodies, and the median: the bar stands above the classes, at the same scale.
const quartiles = ({ landmarks }, xOf, y) => [bar(xOf(landmarks.firstQuartile), xOf(landmarks.thirdQuartile), y), tick(xOf(landmarks.medianValue), y)];

const bar = (x1, x2, y) => ({ type: "rect", silent: true, z: 5, shape: { x: x1, y: y - 5, width: Math.max(x2 - x1, 2), height: 10 }, style: { fill: soft } });

const tick = (x, y) => ({ type: "rect", silent: true, z: 6, shape: { x: x - 2.5, y: y - 11, width: 5, height: 22 }, style: { fill: ink, stroke: paper, lineWidth: 1 } });

const place = (x, y1, y2) => [
  { type: "line", silent: true, z: 7, shape: { x1: x, x2: x, y1, y2 }, style: { stroke: paper, lineWidth: 6, opacity: 0.75 } },
  { type: "line", silent: true, z: 7, shape: { x1: x, x2: x, y1, y2 }, style: { stroke: ink, lineWidth: 2, lineDash: [2, 3] } },
  { ...mark("diamond", x, y1 + 18, paper, ink), z: 8 },
];

// As many edges of classes as there is room for.
function edgesShown(edges, room, format) {
  const widest = Math.max(...edges.map(e => widthOf(format.tick(e)))) + 10;
  const step = Math.max(1, Math.ceil(widest / room));
  return edges.filter((_, i) => i % step === 0);
}
