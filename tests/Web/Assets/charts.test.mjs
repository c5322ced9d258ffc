import assert from "node:assert/strict";
import { test } from "node:test";
import { numbers, scaleOf, wrap } from "../../../src/Reports/Worker/charts/look.mjs";
import { pointsOf, tickYears } from "../../../src/Reports/Worker/charts/kinds/trend.mjs";
import { rowsOf } from "../../../src/Reports/Worker/charts/kinds/waterfall.mjs";
import { drawingOf, mapNameOf } from "../../../src/Reports/Worker/charts/options.mjs";

const base = { language: "fr", commitment: 2, numbers: { decimals: 1, unit: "%" }, axis: "en %" };
const points = pairs => pairs.map(([year, value]) => ({ year, value }));
const trend = { ...base, kind: "trend", lines: [{ name: "A", points: points([[2020, 5.2], [2021, null], [2023, 6.1], [2024, 6.4]]) }], breaks: [], target: null };
const own = [{ name: "Caf de la Loire : 6,9 %", value: 6.9 }];
const samples = {
  trend,
  distribution: {
    ...base, kind: "distribution", countName: "Nombre", own,
    classes: [3, 4, 5].map(from => ({ from, to: from + 1, count: 9, name: `${from}`, told: `${from} : 9` })),
    landmarks: { firstQuartile: 3.5, medianValue: 4.2, thirdQuartile: 5.1, middle: "La moitié", median: "Médiane" },
  },
  waterfall: { ...base, kind: "waterfall", start: { name: "2022", value: 6.1 }, effects: [{ name: "Climat", value: -0.1, way: "good" }, { name: "Le reste", value: 0.4, way: "bad" }], end: { name: "2024", value: 6.4 } },
  multiples: { ...base, kind: "multiples", breaks: [], panels: [{ name: "Famille", points: trend.lines[0].points }, { name: "Maladie", points: trend.lines[0].points }] },
  map: { ...base, kind: "map", division: "regions", classes: ["moins de 3", "3 et plus"], noData: "rien", areas: [{ code: "11", name: "Île-de-France", value: 4, class: 1 }, { code: "01", name: "Guadeloupe", value: null, class: null }] },
};
const textsOf = option => JSON.stringify(option.graphic.elements.flatMap(e => e.children ?? e).filter(e => e.type === "text").map(e => e.style.text));

test("numbers are written as on the pages", () => {
  const { write, withUnit, signed, tick } = numbers({ language: "fr", numbers: { decimals: 1, unit: "kWh" } });
  assert.equal(write(-1234567.25), "\u22121\u00a0234\u00a0567,3");
  assert.equal(write(-0.04), "0,0");
  assert.equal(withUnit(12), "12,0\u00a0kWh");
  assert.equal(signed(3), "+3,0");
  assert.equal(signed(0.01), "0,0");
  assert.equal(tick(2500), "2\u00a0500");
  assert.equal(numbers({ language: "en", numbers: { decimals: 1, unit: "%" } }).write(-1234.5), "\u22121,234.5");
});

test("a scale goes from round number to round number, from zero unless that flattens", () => {
  assert.deepEqual(scaleOf([5.2, 6.4]), { min: 5, max: 6.5, interval: 0.5 });
  assert.deepEqual(scaleOf([1, 9]), { min: 0, max: 10, interval: 2 });
  assert.deepEqual(scaleOf([981, 1003]), { min: 980, max: 1005, interval: 5 });
  assert.deepEqual(scaleOf([0.1, 0.2, 0.3]), { min: 0, max: 0.3, interval: 0.1 });
  assert.equal(scaleOf([]).min, 0);
  assert.equal(scaleOf([-4, -2], { fromZero: true }).max, 0);
  const { min, max } = scaleOf([7, 7]);
  assert.ok(min === 0 && max >= 7);
});

test("a line has a point for each year, and joins neither over a missing one nor over a break", () => {
  assert.deepEqual(pointsOf(trend.lines[0], 2020, 2024, []), [[2020, 5.2], [2021, null], [2022, null], [2023, 6.1], [2024, 6.4]]);
  assert.deepEqual(pointsOf({ points: points([[2018, 1], [2019, 2]]) }, 2018, 2019, [{ year: 2019 }]), [[2018, 1], [2018.5, null], [2019, 2]]);
  assert.ok(drawingOf(trend, 600).option.series.every(s => s.connectNulls !== true));
});

test("the last year is always among those that are written", () => {
  assert.deepEqual(tickYears(2014, 2025, 900), Array.from({ length: 12 }, (_, i) => 2014 + i));
  assert.equal(tickYears(2014, 2025, 230).at(-1), 2025);
  assert.ok(tickYears(2014, 2025, 230).length < 6);
  assert.deepEqual(tickYears(2024, 2024, 100), [2024]);
});

test("several lines differ by stroke and mark, not by colour alone, and the key names them with the last value", () => {
  const { option } = drawingOf({ ...trend, lines: [trend.lines[0], { ...trend.lines[0], name: "B" }, { ...trend.lines[0], name: "C" }] }, 600);
  assert.equal(new Set(option.series.map(s => JSON.stringify(s.lineStyle.type))).size, 3);
  assert.equal(new Set(option.series.map(s => s.symbol)).size, 3);
  assert.match(textsOf(option), /B\u00a0: 6,4\u00a0% \(2024\)/);
});

test("the target has its way from the baseline, and breaks a dashed line with their words", () => {
  const spec = { ...trend, breaks: [{ year: 2023, label: "2023 : méthode" }], target: { name: "Cible 2025 : 7,0 %", fromYear: 2020, fromValue: 5.2, year: 2025, value: 7 } };
  const { option } = drawingOf(spec, 700);
  assert.deepEqual(option.series.at(-1).data.map(d => d.value ?? d), [[2020, 5.2], [2025, 7]]);
  assert.match(textsOf(option), /Cible 2025/);
  assert.match(textsOf(option), /2023 : méthode/);
  assert.ok(option.graphic.elements.some(e => e.type === "line" && e.shape.x1 === e.shape.x2 && e.style.lineDash));
});

test("effects begin where the one before ended", () => {
  assert.deepEqual(rowsOf(samples.waterfall).map(r => [r.from, Number(r.to.toFixed(6))]), [[0, 6.1], [6.1, 6], [6, 6.4], [0, 6.4]]);
});

test("areas without a value are hatched, others take their class", () => {
  const [there, without] = drawingOf(samples.map, 600).option.series[0].data;
  assert.equal(there.itemStyle.areaColor, "var(--map-4)");
  assert.ok(without.itemStyle.decal);
  assert.equal(mapNameOf(samples.map), "regions");
  assert.equal(mapNameOf(trend), null);
});

test("every kind has a height at every width, no animation, and colours of the style sheet only", () => {
  for (const [kind, spec] of Object.entries(samples))
    for (const width of [100, 288, 720, 1120]) {
      const { height, option } = drawingOf(spec, width);
      assert.ok(Number.isInteger(height) && height > 100 && height < 2500, `${kind} ${width}: ${height}`);
      assert.equal(option.animation, false);
      assert.doesNotMatch(JSON.stringify(option), /#[0-9a-f]{3,8}"|rgba?\(/i);
    }
});

test("an unknown kind is refused, one that is a name of objects too", () => {
  assert.throws(() => drawingOf({ ...base, kind: "pie" }, 600), /Unknown kind/);
  assert.throws(() => drawingOf({ ...base, kind: "constructor" }, 600), /Unknown kind/);
});

test("a text is cut between words only where they may part", () => {
  assert.deepEqual(wrap("un deux trois", 80), ["un deux", "trois"]);
  assert.deepEqual(wrap("de 5,3\u00a0% à 7,1\u00a0%", 70), ["de 5,3\u00a0%", "à 7,1\u00a0%"]);
});
