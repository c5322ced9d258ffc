// What was typed and not yet saved, kept in the browser for one account and one dossier: a time-out, a lost network or a closed tab
// loses nothing. A row goes once the server has it; all go when the person signs out, or when they are too old to be of use.

const prefix = "draft:";
const lifetime = 30 * 24 * 3600 * 1000;

export function draftsOf(account, dossier, store = storage()) {
  const place = `${prefix}${account}:${dossier}`;

  const read = () => {
    try {
      return JSON.parse(store.getItem(place)) ?? {};
    } catch {
      return {}; // storage refused by the browser or unreadable: nothing to propose
    }
  };

  // True when it is kept.
  const write = drafts => {
    try {
      if (Object.keys(drafts).length) store.setItem(place, JSON.stringify(drafts));
      else store.removeItem(place);
      return true;
    } catch {
      return false; // storage refused or full: the values stay in the page and the leaving warning still stands
    }
  };

  return {
    all(now = Date.now()) {
      const drafts = Object.fromEntries(Object.entries(read()).filter(([, { at }]) => now - at < lifetime));
      write(drafts);
      return drafts;
    },
    clear: () => write({}),
    put: (row, draft, now = Date.now()) => write({ ...read(), [row]: { ...draft, at: now } }),
    drop: row => {
      const { [row]: _, ...rest } = read();
      return write(rest);
    },
  };
}

// Everything that an account left here.
export function forgetAccount(account, store = storage()) {
  try {
    for (const place of Object.keys(store)) {
      if (place.startsWith(`${prefix}${account}:`)) store.removeItem(place);
    }
  } catch {
    // storage refused: there is nothing to forget
  }
}

function storage() {
  try {
    return globalThis.localStorage;
  } catch {
    return null;
  }
}
