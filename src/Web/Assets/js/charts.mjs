// Draws the charts of a page in their places, again when the place changes its width. Colours follow the style sheet by themselves.
import { getMap, init, registerMap } from "../../../Reports/Worker/charts/engine.mjs";
import { drawingOf, mapNameOf } from "../../../Reports/Worker/charts/options.mjs";
import { size } from "../../../Reports/Worker/charts/look.mjs";

const narrowest = 240;

async function show(place) {
  const spec = JSON.parse(place.dataset.chart);
  const name = mapNameOf(spec);
  if (name && !getMap(name)) registerMap(name, await (await fetch(place.dataset.map)).json());
  let chart = null;
  let drawn = "";
  const draw = room => {
    if (room === 0) return;
    // Whoever enlarges letters has the drawing of a narrower column, enlarged as much, down to the narrowest that can be drawn.
    const width = Math.max(narrowest, Math.floor((room * size) / parseFloat(getComputedStyle(document.documentElement).fontSize)));
    const scale = room / width;
    if (drawn === `${width} ${scale}`) return;
    drawn = `${width} ${scale}`;
    const { height, option } = drawingOf(spec, width);
    chart ??= init(place, null, { renderer: "svg", width, height });
    chart.resize({ width, height });
    // Where the pointer is, is told at the scale of the page: not when the drawing has another.
    chart.setOption(Math.abs(scale - 1) < 0.01 ? option : { ...option, tooltip: undefined }, { notMerge: true });
    chart.getZr().flush();
    const svg = place.querySelector("svg");
    svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    for (const { style } of [svg, svg.parentElement]) Object.assign(style, { width: `${width * scale}px`, height: `${height * scale}px` });
    place.style.height = `${height * scale}px`;
    place.dataset.drawn = "";
  };
  new ResizeObserver(([entry]) => draw(entry.contentRect.width)).observe(place);
}

for (const place of document.querySelectorAll("[data-chart]")) show(place);
