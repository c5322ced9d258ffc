// Renders charts to SVG: one request by line of the input, {"id", "title", "width", "isPaper", "spec"}, one answer by line of the output,
// {"id", "svg"} or {"id", "error"}. Started and watched by ChartWorker.cs. On paper, colours are numbers and there is no style sheet.
import { createInterface } from "node:readline";
import { init, registerMap } from "./charts/engine.mjs";
import { drawingOf, mapNameOf } from "./charts/options.mjs";
import styles from "chart-styles";
import { departements, regions } from "chart-maps";
import palettes from "chart-paper";
import { onPaper } from "./paper.mjs";

registerMap("departements", departements);
registerMap("regions", regions);

const escapes = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = text => String(text).replace(/[&<>"]/g, c => escapes[c]);

const titled = (svg, title, style) => svg.replace(/^<svg /, '<svg role="img" ').replace(/>/, () => `><title>${escape(title)}</title>${style}`);

function svgOf({ title, width, isPaper, spec }) {
  const { height, option } = drawingOf(spec, width);
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    chart.setOption({ ...option, tooltip: undefined });
    // Nothing moves in a picture. Identifiers count the charts that this process has made: without the count, the same chart is the same picture.
    const drawn = chart.getZr().painter.renderToString({ cssAnimation: false, cssEmphasis: false, useViewBox: true }).replace(/\bzr\d+-/g, "zr-");
    if (isPaper) return titled(onPaper(drawn, palettes[Number(spec.commitment)] ?? palettes[0], "'Source Sans 3', 'Segoe UI', 'DejaVu Sans', sans-serif"), title, "");
    const commitment = spec.commitment ? `:root{--e:var(--e${Number(spec.commitment)})}` : "";
    return titled(drawn, title, `<style>${styles}${commitment}</style>`);
  } finally {
    chart.dispose();
  }
}

createInterface({ input: process.stdin, crlfDelay: Infinity }).on("line", text => {
  let id = null;
  try {
    const request = JSON.parse(text);
    ({ id } = request);
    process.stdout.write(`${JSON.stringify({ id, svg: svgOf(request) })}\n`);
  } catch (fault) {
    process.stdout.write(`${JSON.stringify({ id, error: String(fault.message).slice(0, 500) })}\n`);
  }
});
