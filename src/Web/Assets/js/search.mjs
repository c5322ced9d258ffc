// [data-suggest="/url"]: a search field that proposes while one types: the combobox pattern of the ARIA practices. Without a choice,
// Enter sends the form to the results page, as it does without scripts.

const Wait = 120;

for (const input of document.querySelectorAll("input[data-suggest]")) combobox(input);

function combobox(input) {
  const list = document.createElement("div");
  const status = document.createElement("p");
  let timer, asked = 0, options = [], active = -1;
  list.className = "suggested";
  list.id = `${input.id}-list`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.dataset.textName);
  list.hidden = true;
  status.className = "only-read";
  status.setAttribute("role", "status");
  input.after(list, status);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id]]) {
    input.setAttribute(name, value);
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, Wait);
  });
  input.addEventListener("focusout", close);
  // A press on an option must not take the focus from the field before its click.
  list.addEventListener("mousedown", event => event.preventDefault());
  list.addEventListener("click", event => follow(event.target.closest("[role=option]")));
  input.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape" && !list.hidden) { event.preventDefault(); close(); }
    else if (event.key === "Enter" && active >= 0) { event.preventDefault(); follow(options[active]); }
    else if (event.key === "ArrowDown") { event.preventDefault(); if (list.hidden) ask(); else move(active + 1); }
    else if (event.key === "ArrowUp" && !list.hidden) { event.preventDefault(); move(active < 0 ? options.length - 1 : active - 1); }
  });

  async function ask() {
    const words = input.value.trim(), turn = ++asked;
    if (!words) return close();
    try {
      const answer = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(words)}`, { headers: { Accept: "application/json" } });
      if (!answer.ok || answer.redirected) return close();
      const groups = await answer.json();
      if (turn === asked && document.activeElement === input) show(groups);
    } catch {
      close();
    }
  }

  function show(groups) {
    list.replaceChildren(...groups.map(group));
    options = [...list.querySelectorAll("[role=option]")];
    active = -1;
    input.removeAttribute("aria-activedescendant");
    open(options.length > 0);
    status.textContent = options.length === 0 ? input.dataset.textNone
      : (options.length === 1 ? input.dataset.textOne : input.dataset.textMany).replace("{0}", options.length);
  }

  function group({ title, items }, at) {
    const box = element("div", ""), name = element("p", title);
    name.id = `${list.id}-${at}`;
    name.setAttribute("role", "presentation");
    box.setAttribute("role", "group");
    box.setAttribute("aria-labelledby", name.id);
    box.append(name, ...items.map((item, i) => option(item, `${list.id}-${at}-${i}`)));
    return box;
  }

  function option({ title, detail, url, lang }, id) {
    const box = element("div", title);
    box.id = id;
    box.setAttribute("role", "option");
    box.setAttribute("aria-selected", "false");
    box.dataset.url = url;
    if (lang) box.lang = lang;
    if (detail) box.append(" ", element("span", detail));
    return box;
  }

  function move(to) {
    options[active]?.setAttribute("aria-selected", "false");
    active = to >= options.length ? -1 : to;
    const chosen = options[active];
    if (!chosen) return input.removeAttribute("aria-activedescendant");
    chosen.setAttribute("aria-selected", "true");
    chosen.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", chosen.id);
  }

  function follow(chosen) {
    if (chosen) location.href = chosen.dataset.url;
  }

  function open(is) {
    list.hidden = !is;
    input.setAttribute("aria-expanded", String(is));
  }

  function close() {
    asked++;
    clearTimeout(timer);
    active = -1;
    input.removeAttribute("aria-activedescendant");
    open(false);
  }
}

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
