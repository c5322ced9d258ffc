// [data-rows]: Enter goes to the next row's field, Shift+Enter to the previous one.

const fields = "input:not([type=hidden], [type=radio], [type=checkbox], [type=file], [type=submit], [type=search]), select";

for (const rows of document.querySelectorAll("[data-rows]")) {
  const reachable = () => [...rows.querySelectorAll(fields)].filter(field =>
    !field.disabled && !field.readOnly && !field.closest("details:not([open])"));

  rows.addEventListener("keydown", event => {
    if (event.key !== "Enter" || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!event.target.matches(fields + ", [type=radio]")) return;
    event.preventDefault();
    next(reachable(), event.target, event.shiftKey)?.focus();
  });

  rows.addEventListener("focusin", event => {
    if (event.target.matches("input.num")) event.target.select();
  });
}

function next(all, from, backwards) {
  const index = all.indexOf(from);
  if (index >= 0) return all[index + (backwards ? -1 : 1)];
  const side = backwards ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
  const ordered = backwards ? all.toReversed() : all;
  return ordered.find(field => from.compareDocumentPosition(field) & side);
}
