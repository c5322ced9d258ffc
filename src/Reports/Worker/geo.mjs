// The maps, made light for the browser: contours of data/geo projected on a plane of whole units, overseas departments in a row below the mainland.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { overseas } from "./charts/overseas.mjs";

const width = 1000;
const radians = Math.PI / 180;

// Lambert's conformal conic projection, as on the official maps of France.
const [south, north, middle] = [44 * radians, 49 * radians, 3 * radians];
const cone = latitude => Math.tan(Math.PI / 4 + latitude / 2);
const n = Math.log(Math.cos(south) / Math.cos(north)) / Math.log(cone(north) / cone(south));
const scale = (Math.cos(south) * cone(south) ** n) / n;
const conic = ([longitude, latitude]) => {
  const [rho, theta] = [scale / cone(latitude * radians) ** n, n * (longitude * radians - middle)];
  return [rho * Math.sin(theta), -rho * Math.cos(theta)];
};

// Small territories, each at its own latitude: longitudes are narrowed as much as there.
const flat = latitude => ([x, y]) => [x * Math.cos(latitude * radians), y];

/** The map of a division (`departements`, `regions`): features with their code; overseas ones in fifths of the width. */
export async function mapOf(folder, division) {
  const { features } = JSON.parse(await readFile(join(folder, `${division}.geojson`), "utf8"));
  const inRow = code => overseas.findIndex(o => o[division] === code);
  const mainland = features.filter(f => inRow(f.properties.code) < 0).map(f => ({ f, polygons: polygonsOf(f).map(p => p.map(ring => ring.map(conic))) }));
  const box = boxOf(mainland.flatMap(m => m.polygons));
  const zoom = width / (box.right - box.left);
  const placed = mainland.map(({ f, polygons }) => feature(f, polygons, ([x, y]) => [(x - box.left) * zoom, (y - box.bottom) * zoom]));
  for (const f of features.filter(f => inRow(f.properties.code) >= 0)) {
    const at = inRow(f.properties.code);
    placed.push(inset(f, at, overseas[at]));
  }
  return { type: "FeatureCollection", features: placed };
}

// In the middle of a fifth of the width each.
function inset(f, at, { latitude }) {
  const polygons = polygonsOf(f).map(p => p.map(ring => ring.map(flat(latitude))));
  const box = boxOf(polygons);
  const [side, cell] = [120, width / overseas.length];
  const zoom = side / Math.max(box.right - box.left, box.top - box.bottom);
  const centre = [cell * (at + 0.5), -60 - side / 2];
  return feature(f, polygons, ([x, y]) => [
    centre[0] + (x - (box.left + box.right) / 2) * zoom,
    centre[1] + (y - (box.top + box.bottom) / 2) * zoom,
  ]);
}

const polygonsOf = f => (f.geometry.type === "Polygon" ? [f.geometry.coordinates] : f.geometry.coordinates);

function boxOf(polygons) {
  const points = polygons.flat(2);
  const [xs, ys] = [points.map(p => p[0]), points.map(p => p[1])];
  return { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) };
}

function feature(f, polygons, place) {
  const coordinates = polygons.map(p => p.map(ring => distinct(ring.map(point => place(point).map(Math.round))))
    .filter(ring => ring.length > 3)).filter(p => p.length > 0);
  return { type: "Feature", properties: { code: f.properties.code }, geometry: { type: "MultiPolygon", coordinates } };
}

const distinct = ring => ring.filter((p, i) => i === 0 || p[0] !== ring[i - 1][0] || p[1] !== ring[i - 1][1]);
