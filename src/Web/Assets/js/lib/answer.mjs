// What the server answered to a save, shown in the form: versions, states, faults, and all that depends on the answers.
import { controlsOf, versionOf } from "./controls.mjs";

export function apply(form, { rows = {}, live = {} }) {
  for (const [name, { version, state, kind, error, computed, values }] of Object.entries(rows)) {
    const row = form.querySelector(`[data-row="${CSS.escape(name)}"]`);
    if (!row) continue;
    const input = versionOf(row);
    if (input && version !== undefined && version !== null) input.value = version;
    for (const [field, value] of Object.entries(values ?? {})) {
      const empty = form.elements.namedItem(field);
      if (empty?.value === "" && empty !== document.activeElement) empty.value = value;
    }
    showState(row, state, kind);
    showError(row, error ?? "");
    const place = row.querySelector("[data-computed]");
    if (place && computed !== undefined) place.textContent = computed ?? "";
  }
  for (const [id, text] of Object.entries(live)) {
    const place = document.getElementById(id);
    if (place) place.textContent = text;
  }
}

export function showState(row, text, kind) {
  const place = row.querySelector("[data-state]");
  if (!place || text === undefined || text === null) return;
  place.textContent = text;
  if (kind) place.dataset.kind = kind;
}

export function showError(row, text) {
  const place = row.querySelector("[data-error]");
  if (!place) return;
  place.textContent = text;
  place.hidden = !text;
  row.classList.toggle("bad", Boolean(text));
  const control = controlsOf(row).find(({ type }) => type !== "hidden");
  if (text) control?.setAttribute("aria-invalid", "true");
  else for (const one of controlsOf(row)) one.removeAttribute("aria-invalid");
}

// The form itself, sent the ordinary way, answers with the page that shows mine, theirs and what stood before.
export function offerSubmit(form, row) {
  const button = document.createElement("button");
  button.className = "button small secondary";
  button.textContent = form.dataset.textConflictOpen;
  row.querySelector("[data-error]")?.append(" ", button);
}
