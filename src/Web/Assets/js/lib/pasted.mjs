// A block of a spreadsheet: several lines or several cells. One value is pasted as anywhere else.

export const isBlock = text => /[\t\r\n]/.test(text.replace(/(\r?\n)+$/, ""));

// Puts values in the controls of their names; gives back the controls that changed. A state that said « sans objet » no longer holds.
export function putIn(form, values) {
  const changed = [];
  for (const name of new Set(values.map(([one]) => one))) {
    const wanted = values.filter(([one]) => one === name).map(([, value]) => value);
    const controls = [...form.elements].filter(control => control.name === name && control.type !== "hidden");
    for (const control of controls) {
      if (control.type === "radio" || control.type === "checkbox") {
        const checked = wanted.includes(control.value);
        if (control.checked !== checked) changed.push(control);
        control.checked = checked;
      } else {
        control.value = wanted[0];
        changed.push(control);
      }
    }
    const state = [...form.elements].find(control => control.name === `${name.split("[")[0]}.state`);
    if (state && controls.length) state.value = "";
  }
  return changed;
}
