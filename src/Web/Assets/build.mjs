// Bundles the style sheet, each script and the fonts into the folder given as argument: node build.mjs <outdir>
import { build } from "esbuild";
import { copyFile, mkdir, readdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

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

await Promise.all([
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
