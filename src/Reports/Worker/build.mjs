// Makes what the worker processes need, in the folder given as argument: the worker of charts in one file, that of documents with its template,
// its fonts and the native modules of this platform: node build.mjs <outdir>
import { build, transform } from "esbuild";
import { copyFile, cp, mkdir, readFile, readdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { mapOf } from "./geo.mjs";
import { colours } from "./paper.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const [outArgument] = process.argv.slice(2);
if (!outArgument) {
  console.error("usage: node build.mjs <outdir>");
  process.exit(2);
}
const outdir = resolve(outArgument);
const modules = join(here, "node_modules");

// The colours of the pages: the sheets that name them are the only place that does.
const sheets = async () => (await Promise.all(["tokens", "chart-colours"].map(name => readFile(join(here, `../../Web/Assets/css/${name}.css`), "utf8")))).join("\n");
const divisions = ["departements", "regions"];

// What the worker of charts holds beside its code: the maps, the style sheet of its pictures, and the same colours as numbers for paper.
const inWorker = {
  name: "in-worker",
  setup(bundler) {
    bundler.onResolve({ filter: /^chart-(maps|styles|paper)$/ }, ({ path }) => ({ path, namespace: "in-worker" }));
    bundler.onLoad({ filter: /^chart-maps$/, namespace: "in-worker" }, async () => {
      const maps = await Promise.all(divisions.map(async d => [d, await mapOf(join(here, "../../../data/geo"), d)]));
      return { contents: maps.map(([name, map]) => `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(map))});`).join("\n") };
    });
    bundler.onLoad({ filter: /^chart-styles$/, namespace: "in-worker" }, async () => {
      const { code } = await transform(await sheets(), { loader: "css", minify: true, target: ["chrome111", "firefox115", "safari16.4"] });
      return { contents: `export default ${JSON.stringify(code.trim())};` };
    });
    bundler.onLoad({ filter: /^chart-paper$/, namespace: "in-worker" }, async () => ({ contents: `export default ${JSON.stringify(colours(await sheets()))};` }));
  },
};

await mkdir(join(outdir, "fonts"), { recursive: true });
await build({
  absWorkingDir: here, bundle: true, minify: true, sourcemap: false, legalComments: "none", logLevel: "warning",
  entryPoints: [{ in: join(here, "chart-worker.mjs"), out: "chart-worker" }],
  outdir, platform: "node", target: "node20", format: "esm", outExtension: { ".js": ".mjs" }, plugins: [inWorker],
  define: { "process.env.NODE_ENV": '"production"' },
});

for (const name of ["document-worker.mjs", "glyphs.mjs", "document.typ", "figures.typ"]) await copyFile(join(here, name), join(outdir, name));
for (const face of ["Regular", "It", "Semibold", "Bold"]) {
  await copyFile(join(modules, `source-sans/TTF/SourceSans3-${face}.ttf`), join(outdir, `fonts/SourceSans3-${face}.ttf`));
}
await copyFile(join(modules, "source-sans/LICENSE.md"), join(outdir, "fonts/source-sans-license.md"));
await copyFile(join(modules, "echarts/LICENSE"), join(outdir, "charts-license.txt"));
await copyFile(join(modules, "echarts/NOTICE"), join(outdir, "charts-notice.txt"));
// Native modules cannot be bundled: they go along as they were installed, for this platform.
for (const scope of ["@myriaddreamin", "@resvg"]) {
  for (const name of await readdir(join(modules, scope))) {
    await cp(join(modules, scope, name), join(outdir, "node_modules", scope, name), { recursive: true, filter: path => !/\.d\.ts$|README\.md$/.test(path) });
  }
}
