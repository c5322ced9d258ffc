// The named controls of a row, as they would be sent by the form.

export const rowOf = control => control.closest("[data-row]") ?? control;
export const nameOf = row => row.dataset.row ?? row.name;
export const versionOf = row => row.querySelector("[data-version]");

export function controlsOf(row) {
  const inside = row.matches("input, select, textarea") ? [row] : row.querySelectorAll("input, select, textarea");
  return [...inside].filter(control => control.name && !control.disabled && control.type !== "file");
}

export function fieldsOf(row) {
  return controlsOf(row)
    .filter(control => !isChoice(control) || control.checked)
    .map(control => [control.name, control.value]);
}

// The controls that do not hold what was typed, with what was typed in them.
export function differences(row, fields) {
  return controlsOf(row).filter(({ type }) => type !== "hidden").flatMap(control => {
    const values = fields.filter(([name]) => name === control.name).map(([, value]) => value);
    if (isChoice(control)) {
      const checked = values.includes(control.value);
      return checked === control.checked ? [] : [{ control, checked }];
    }
    return values.length && values[0] !== control.value ? [{ control, value: values[0] }] : [];
  });
}

// Puts values back.
export function restore(row, fields) {
  for (const { control, checked, value } of differences(row, fields)) {
    if (value === undefined) control.checked = checked;
    else control.value = value;
  }
}

const isChoice = control => control.type === "checkbox" || control.type === "radio";
