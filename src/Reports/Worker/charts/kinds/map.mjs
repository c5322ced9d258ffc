// Departments or regions, coloured in classes; hatched where there is no figure. Overseas departments stand in a row below.
import { overseas } from "../overseas.mjs";
import { edge, ink, keyOf, line, numbers, paper, safe, told, words } from "../look.mjs";

// Five shades, as far from each other as there are classes.
const shade = (i, count) => `var(--map-${count < 2 ? 4 : Math.round((i * 4) / (count - 1))})`;
const hatch = { symbol: "rect", symbolSize: 1, rotation: Math.PI / 4, dashArrayX: [1, 0], dashArrayY: [1, 5], color: edge, backgroundColor: paper };

// What geo.mjs fills, and what of it is below the coasts of the mainland.
const box = [[0, 1000], [1000, -190]];
const proportion = 1190 / 1000;

export function map(spec, width) {
  const format = numbers(spec);
  const { classes, areas, noData, division } = spec;
  // Where there is room, the key stands beside the map.
  const isBeside = width >= 680;
  const across = Math.min(isBeside ? width - 240 : width, 520);
  const key = keyOf(entriesOf(classes, noData, areas), isBeside ? width - across - 40 : width, 0);
  const top = isBeside ? 0 : key.height + 12;
  const height = across * proportion;
  const byCode = new Map(areas.map(a => [a.code, a]));
  return {
    height: top + height + line + 4,
    option: {
      tooltip: { ...told(p => tellOf(byCode.get(p.name), noData, format)), trigger: "item" },
      graphic: {
        elements: [
          { type: "group", silent: true, x: isBeside ? across + 40 : 0, y: isBeside ? 24 : 0, children: key.elements },
          // The name under each overseas department; its number where the picture is narrow.
          ...overseas.map((o, i) => words(across < 480 ? o.departements : o.name, ((i + 0.5) * across) / overseas.length, top + height + line / 2, "center")),
        ],
      },
      series: [{
        type: "map", map: division, nameProperty: "code", aspectScale: 1, boundingCoords: box, left: 0, top, width: across, height, selectedMode: false, roam: false,
        itemStyle: { areaColor: paper, borderColor: edge, borderWidth: 0.7 }, label: { show: false },
        emphasis: { label: { show: false }, itemStyle: { borderColor: ink, borderWidth: 2 } },
        data: areas.map(a => ({ name: a.code, value: a.value ?? undefined, itemStyle: hasNone(a) ? { areaColor: paper, decal: hatch } : { areaColor: shade(a.class, classes.length) } })),
      }],
    },
  };
}

const hasNone = area => area.value === null || area.value === undefined;

const entriesOf = (classes, noData, areas) => [
  ...classes.map((name, i) => ({ text: name, sample: y => [square(y, shade(i, classes.length))] })),
  ...(areas.some(hasNone) ? [{ text: noData, sample: y => [square(y, paper), ...strokes(y)] }] : []),
];

const square = (y, fill) => ({ type: "rect", silent: true, shape: { x: 0, y: y - 9, width: 32, height: 18 }, style: { fill, stroke: edge, lineWidth: 1 } });

const strokes = y => [0, 8, 16].map(x => ({ type: "line", silent: true, shape: { x1: x, y1: y + 9, x2: x + 16, y2: y - 9 }, style: { stroke: edge, lineWidth: 1 } }));

const tellOf = (area, noData, format) => (area ? `${safe(area.name)}\u00a0: ${hasNone(area) ? noData : format.withUnit(area.value)}` : "");
