// [data-breakdown]: the sum of each dimension's cells, and its gap with the total that was typed.
import { add, format, parse, subtract, zero } from "./lib/numbers.mjs";

for (const table of document.querySelectorAll("[data-breakdown]")) {
  const total = document.getElementById(table.dataset.breakdown);
  const show = () => {
    for (const dimension of table.querySelectorAll("[data-dimension]")) showDimension(table, dimension, total);
  };
  table.addEventListener("input", show);
  total?.addEventListener("input", show);
  show();
}

function showDimension(table, dimension, total) {
  const cells = [...dimension.querySelectorAll("[data-part]")];
  const filled = cells.filter(cell => cell.value.trim() !== "");
  const numbers = filled.map(cell => parse(cell.value));
  const sum = numbers.every(Boolean) && filled.length ? numbers.reduce(add, zero) : null;
  const place = dimension.querySelector("[data-sum]");
  if (place) place.textContent = sum ? format(sum) : "\u2014";

  const gap = dimension.querySelector("[data-gap]");
  if (!gap) return;
  const typed = total ? parse(total.value) : null;
  const [text, kind] = verdict(table.dataset, cells.length - filled.length, sum, typed);
  gap.textContent = text ?? "";
  gap.dataset.kind = kind;
}

function verdict(texts, missing, sum, typed) {
  if (missing) return [(missing === 1 ? texts.textMissingOne : texts.textMissing)?.replace("{0}", missing), "none"];
  if (!sum || !typed) return ["", "none"];
  const gap = subtract(sum, typed);
  return gap.units === 0n
    ? [texts.textEqual, "good"]
    : [texts.textGap?.replace("{0}", format(gap)), "bad"];
}
