// Bundles the style sheet, each script, the maps and the fonts into the folder given as argument, and the worker that draws charts in worker/,
// which is not served: node build.mjs <outdir>
import { build, transform } from "esbuild";
import { copyFile, mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { mapOf } from "./geo.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const [outArgument] = process.argv.slice(2);
if (!outArgument) {
  console.error("usage: node build.mjs <outdir>");
  process.exit(2);
}
const outdir = resolve(outArgument);

const scripts = (await readdir(join(here, "js")))
  .filter(name => name.endsWith(".mjs"))
  .map(name => ({ in: join(here, "js", name), out: name.slice(0, -".mjs".length) }));

const common = {
  absWorkingDir: here,
  bundle: true,
  minify: true,
  sourcemap: false,
  legalComments: "none",
  logLevel: "warning",
  target: ["chrome111", "firefox115", "safari16.4"],
};

const divisions = ["departements", "regions"];
const maps = Object.fromEntries(await Promise.all(divisions.map(async d => [d, await mapOf(join(here, "../../../data/geo"), d)])));

// What the worker holds beside its code: the maps, and the colours of the pages.
const inWorker = {
  name: "in-worker",
  setup(bundler) {
    bundler.onResolve({ filter: /^chart-(maps|styles)$/ }, ({ path }) => ({ path, namespace: "in-worker" }));
    bundler.onLoad({ filter: /^chart-maps$/, namespace: "in-worker" }, () => ({
      contents: Object.entries(maps).map(([name, map]) => `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(map))});`).join("\n"),
    }));
    bundler.onLoad({ filter: /^chart-styles$/, namespace: "in-worker" }, async () => {
      const sheets = await Promise.all(["tokens", "chart-colours"].map(name => readFile(join(here, `css/${name}.css`), "utf8")));
      const { code } = await transform(sheets.join("\n"), { loader: "css", minify: true, target: common.target });
      return { contents: `export default ${JSON.stringify(code.trim())};` };
    });
  },
};

await mkdir(join(outdir, "geo"), { recursive: true });
await Promise.all([
  ...divisions.map(d => writeFile(join(outdir, "geo", `${d}.json`), JSON.stringify(maps[d]))),
  build({
    ...common,
    entryPoints: [{ in: join(here, "worker/chart-worker.mjs"), out: "chart-worker" }],
    outdir: join(outdir, "worker"), platform: "node", target: "node20", format: "esm", outExtension: { ".js": ".mjs" }, plugins: [inWorker],
    define: { "process.env.NODE_ENV": '"production"' },
  }),
  build({
    ...common,
    entryPoints: [{ in: join(here, "css/app.css"), out: "app" }],
    outdir,
    loader: { ".woff2": "file" },
    assetNames: "fonts/[name]",
  }),
  build({ ...common, entryPoints: scripts, outdir, format: "esm", outExtension: { ".js": ".mjs" } }),
]);

await mkdir(join(outdir, "fonts"), { recursive: true });
await copyFile(
  join(here, "node_modules/@fontsource-variable/public-sans/LICENSE"),
  join(outdir, "fonts/public-sans-license.txt"));
await copyFile(join(here, "node_modules/echarts/LICENSE"), join(outdir, "charts-license.txt"));
await copyFile(join(here, "node_modules/echarts/NOTICE"), join(outdir, "charts-notice.txt"));
