// One shelf of the browser's storage: the entries whose names start with a prefix. It never throws. What the storage
// refuses is kept in memory and written later; what cannot be read is set aside under another name, never lost.

const ASIDE = "claimdesk.aside.";

/** `window.localStorage` or `sessionStorage`, or null where the browser forbids even to look at it. */
export function openStorage(name) {
  try {
    return globalThis[name] ?? null;
  } catch {
    return null;
  }
}

export class Shelf {
  constructor(storage, prefix) {
    this.storage = storage;
    this.prefix = prefix;
    this.unwritten = new Map(); // name -> value that the storage has not taken
    this.setAside = 0;
  }

  /** True while everything put here is in the browser's storage. */
  get isKept() {
    return this.unwritten.size === 0;
  }

  put(name, value) {
    try {
      this.storage.setItem(this.prefix + name, JSON.stringify(value));
      this.unwritten.delete(name);
    } catch {
      this.unwritten.set(name, value); // full, forbidden or absent: the memory has it, and retry() tries again
    }
  }

  remove(name) {
    this.unwritten.delete(name);
    try {
      this.storage.removeItem(this.prefix + name);
    } catch {
      // nothing was ever written where removing is forbidden
    }
    this.retry();
  }

  retry() {
    for (const [name, value] of [...this.unwritten]) this.put(name, value);
  }

  get(name) {
    if (this.unwritten.has(name)) return this.unwritten.get(name);
    try {
      return JSON.parse(this.storage.getItem(this.prefix + name));
    } catch {
      return null;
    }
  }

  /** All entries as [name, value], by name. Those that `isGood` refuses are set aside under another name. */
  all(isGood) {
    const found = [];
    for (const full of this.#names()) {
      const name = full.slice(this.prefix.length);
      const value = this.get(name);
      if (isGood(value)) found.push([name, value]);
      else this.#aside(full);
    }
    return found.sort(([one], [other]) => (one < other ? -1 : 1));
  }

  #names() {
    try {
      const all = Array.from({ length: this.storage.length }, (_, index) => this.storage.key(index));
      return all.filter((name) => name?.startsWith(this.prefix));
    } catch {
      return [];
    }
  }

  #aside(full) {
    this.setAside += 1;
    try {
      this.storage.setItem(ASIDE + full, this.storage.getItem(full));
      this.storage.removeItem(full);
    } catch {
      // no room for a second copy: it stays where it is, and is passed over each time
    }
  }
}
