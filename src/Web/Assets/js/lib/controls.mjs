// The named controls of a row, as they would be sent by the form.

export const rowOf = control => control.closest("[data-row]") ?? control;
export const nameOf = row => row.dataset.row ?? row.name;

export function controlsOf(row) {
  const inside = row.matches("input, select, textarea") ? [row] : row.querySelectorAll("input, select, textarea");
  return [...inside].filter(control => control.name && !control.disabled && control.type !== "file");
}

export function fieldsOf(row) {
  return controlsOf(row)
    .filter(control => !isChoice(control) || control.checked)
    .map(control => [control.name, control.value]);
}

// Puts values back; true when at least one differs from what the page holds.
export function restore(row, fields) {
  let changed = false;
  for (const control of controlsOf(row)) {
    if (control.type === "hidden") continue;
    const values = fields.filter(([name]) => name === control.name).map(([, value]) => value);
    if (isChoice(control)) {
      const checked = values.includes(control.value);
      changed ||= checked !== control.checked;
      control.checked = checked;
    } else if (values.length && values[0] !== control.value) {
      control.value = values[0];
      changed = true;
    }
  }
  return changed;
}

const isChoice = control => control.type === "checkbox" || control.type === "radio";
