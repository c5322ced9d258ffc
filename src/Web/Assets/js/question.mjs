// details with an a[data-known]: opened, it shows what the page of the question knows, in place of the link.

for (const link of document.querySelectorAll("a[data-known]")) {
  link.closest("details").addEventListener("toggle", event => event.target.open && show(link));
  if (link.closest("details").open) show(link);
}

async function show(link) {
  if (link.dataset.shown) return;
  link.dataset.shown = "yes";
  const page = await read(link.href).catch(() => null);
  if (!page) {
    delete link.dataset.shown; // the link still leads there
    return;
  }
  for (const heading of page.querySelectorAll("h2")) heading.replaceWith(asLabel(heading));
  page.querySelector("dl")?.remove(); // already in the details
  link.parentElement.before(page);
  link.firstChild.textContent = link.dataset.textShown;
}

async function read(url) {
  const response = await fetch(url, { credentials: "same-origin", redirect: "error", headers: { Accept: "text/html" } });
  if (!response.ok) return null;
  const page = new DOMParser().parseFromString(await response.text(), "text/html").querySelector("[data-question-known]");
  return page && document.adoptNode(page);
}

// The page of the form has its own headings.
function asLabel(heading) {
  const label = document.createElement("p");
  label.className = "label";
  label.append(...heading.childNodes);
  return label;
}
