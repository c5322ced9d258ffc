// What was typed and not yet saved, kept in the tab so that a reload loses nothing.

export function draftsOf(url) {
  const place = "autosave:" + url;

  const read = () => {
    try {
      return JSON.parse(sessionStorage.getItem(place)) ?? {};
    } catch {
      return {}; // storage refused by the browser or unreadable: nothing to restore
    }
  };

  const write = drafts => {
    try {
      if (Object.keys(drafts).length) sessionStorage.setItem(place, JSON.stringify(drafts));
      else sessionStorage.removeItem(place);
    } catch {
      // storage refused or full: the values stay in the page and the leaving warning still stands
    }
  };

  return {
    all: read,
    clear: () => write({}),
    put: (row, draft) => write({ ...read(), [row]: draft }),
    drop: row => {
      const { [row]: _, ...rest } = read();
      write(rest);
    },
  };
}
