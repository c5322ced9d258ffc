// From a chart specification (src/Reports/Charts) to what ECharts draws. Pure: the same drawing in the browser and in the worker.
import { distribution } from "./kinds/distribution.mjs";
import { map } from "./kinds/map.mjs";
import { multiples } from "./kinds/multiples.mjs";
import { trend } from "./kinds/trend.mjs";
import { waterfall } from "./kinds/waterfall.mjs";

const kinds = { distribution, map, multiples, trend, waterfall };

/** The height of a drawing so many pixels wide, and its options. */
export function drawingOf(spec, width) {
  if (!Object.hasOwn(kinds, spec.kind)) throw new Error(`Unknown kind of chart: ${spec.kind}`);
  const { height, option } = kinds[spec.kind](spec, Math.max(width, 200));
  return { height: Math.round(height), option: { animation: false, ...option } };
}

/** The map that a specification needs, by name; null for other charts. */
export const mapNameOf = spec => (spec.kind === "map" ? spec.division : null);
