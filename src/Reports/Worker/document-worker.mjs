// Sets documents as PDF and draws pictures as PNG: one request by line of the input, one answer by line of the output, bytes in base 64.
//   {"id", "make": "pdf", "document", "pictures": [{"name", "content"}], "instant"}    {"id", "make": "png", "svg", "width"}
//   {"id", "bytes"} or {"id", "error"}
// Started and watched by DocumentWorker.cs. The template is a file of ours; the document is data that it reads, never a source.
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { Resvg } from "@resvg/resvg-js";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { covered, legible } from "./glyphs.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const faces = readdirSync(join(here, "fonts")).filter(name => name.endsWith(".ttf")).sort().map(name => join(here, "fonts", name));
const fonts = faces.map(path => readFileSync(path));
const sources = ["document.typ", "figures.typ"].map(name => [name, readFileSync(join(here, name))]);
const letters = covered(fonts[0]);

// Where the process was put: an empty folder of its own. Nothing outside of it can be read by a document.
const workspace = process.cwd();

function pdf({ document, pictures, instant }) {
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: fonts }] });
  for (const [name, source] of sources) compiler.mapShadow(join(workspace, name), source);
  compiler.mapShadow(join(workspace, "document.json"), Buffer.from(JSON.stringify(legible(document, letters))));
  for (const { name, content } of pictures) compiler.mapShadow(join(workspace, name), inert(name, Buffer.from(content, "base64")));
  try {
    const compiled = compiler.compile({ mainFilePath: join(workspace, "document.typ") });
    if (compiled.hasError()) throw new Error(JSON.stringify(compiler.fetchDiagnostics(compiled.takeError())));
    return compiler.pdf(compiled.result, { pdfStandard: "ua-1", creationTimestamp: instant });
  } finally {
    compiler.evictCache(0);
  }
}

function png({ svg, width }) {
  const font = { loadSystemFonts: false, fontFiles: faces, defaultFontFamily: "Source Sans 3", sansSerifFamily: "Source Sans 3" };
  return new Resvg(inert("picture.svg", Buffer.from(svg)).toString(), { font, fitTo: { mode: "width", value: width }, background: "#ffffff" }).render().asPng();
}

/** A drawing that asks for another file is refused. */
function inert(name, content) {
  if (name.endsWith(".svg") && /<image|<!ENTITY|href\s*=\s*["'](?!#)|@import|url\(\s*["']?(?!#)/i.test(content.toString())) throw new Error("a drawing that asks for another file");
  return content;
}

createInterface({ input: process.stdin, crlfDelay: Infinity }).on("line", text => {
  let id = null;
  try {
    const request = JSON.parse(text);
    ({ id } = request);
    const bytes = request.make === "pdf" ? pdf(request) : png(request);
    process.stdout.write(`${JSON.stringify({ id, bytes: bytes.toString("base64") })}\n`);
  } catch (fault) {
    process.stdout.write(`${JSON.stringify({ id, error: String(fault.message || fault.compilationStatus || fault).slice(0, 2000) })}\n`);
  }
});
