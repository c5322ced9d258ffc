// [data-select-all="name"]: ticks every box of that name in the form; [data-selected] says how many are ticked.

for (const master of document.querySelectorAll("[data-select-all]")) {
  const form = master.form;
  const boxes = () => [...form.querySelectorAll(`input[type=checkbox][name="${CSS.escape(master.dataset.selectAll)}"]`)]
    .filter(box => !box.disabled);

  master.hidden = false;
  master.addEventListener("change", () => {
    for (const box of boxes()) box.checked = master.checked;
  });
  form.addEventListener("change", show);
  show();

  function show() {
    const all = boxes();
    const ticked = all.filter(box => box.checked).length;
    master.checked = ticked > 0 && ticked === all.length;
    master.indeterminate = ticked > 0 && ticked < all.length;
    for (const place of form.querySelectorAll("[data-selected]")) {
      const { textNone, textOne, textMany } = place.dataset;
      const text = ticked === 0 ? textNone : ticked === 1 ? textOne : textMany;
      place.textContent = text?.replace("{0}", ticked) ?? ticked;
    }
  }
}
