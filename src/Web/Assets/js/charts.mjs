// Draws the charts of a page in their places, again when the place changes its width. Colours follow the style sheet by themselves.
import { getMap, init, registerMap } from "../charts/engine.mjs";
import { drawingOf, mapNameOf } from "../charts/options.mjs";

async function show(place) {
  const spec = JSON.parse(place.dataset.chart);
  const name = mapNameOf(spec);
  if (name && !getMap(name)) registerMap(name, await (await fetch(place.dataset.map)).json());
  let [chart, drawn] = [null, 0];
  const draw = width => {
    if (width === drawn || width === 0) return;
    drawn = width;
    const { height, option } = drawingOf(spec, width);
    place.style.height = `${height}px`;
    chart ??= init(place, null, { renderer: "svg", width, height });
    chart.resize({ width, height });
    chart.setOption(option, { notMerge: true, lazyUpdate: false });
    chart.getZr().flush();
    // On paper the drawing is shrunk to its column.
    place.querySelector("svg").setAttribute("viewBox", `0 0 ${width} ${height}`);
    place.dataset.drawn = "";
  };
  new ResizeObserver(([entry]) => draw(Math.floor(entry.contentRect.width))).observe(place);
}

for (const place of document.querySelectorAll("[data-chart]")) show(place);
