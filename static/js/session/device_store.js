// Keeps what is not acknowledged yet on this device, sealed with a key that the server gave to this sign-in:
// with the page, so that a cut right after it came finds it here. After signing out, nothing kept can be read.
// Tells session:kept {isAll}: whether everything that waits would survive the closing of the page. Where the page may
// no longer be written on, it tells session:found {entries} instead of putting them into their fields.
(() => {
  const page = window.SessionFields;
  if (!page) return;
  const id = page.form.dataset.sessionId;
  const isAble = Boolean(window.indexedDB && window.crypto?.subtle);
  let key = null;

  const opened = () => new Promise((done, failed) => {
    const asking = indexedDB.open("groupwork", 1);
    asking.onupgradeneeded = () => asking.result.createObjectStore("kept");
    asking.onsuccess = () => done(asking.result);
    asking.onerror = () => failed(asking.error);
  });
  const inStore = async (mode, act) => {
    const database = await opened();
    try {
      return await new Promise((done, failed) => {
        const transaction = database.transaction("kept", mode, { durability: "strict" });
        const asking = act(transaction.objectStore("kept"));
        transaction.oncomplete = () => done(asking.result);
        transaction.onabort = () => failed(transaction.error);
      });
    } finally {
      database.close();
    }
  };

  const take = async (text) => {
    const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
    key = await crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
  };
  const seal = async (value) => {
    const nonce = crypto.getRandomValues(new Uint8Array(12));
    const text = new TextEncoder().encode(JSON.stringify(value));
    return { nonce, box: await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce }, key, text) };
  };
  const unseal = async ({ nonce, box }) =>
    JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv: nonce }, key, box)));

  const asked = new Map(); // by name, the version that a person is asked about: it stays on the device until then
  const tell = (isAll) => document.dispatchEvent(new CustomEvent("session:kept", { detail: { isAll } }));
  let latest = null;
  let keeping = false;
  let restored = false; // until then, what was kept before would be written over
  const keep = async () => {
    if (!restored || keeping || latest === null) return;
    keeping = true;
    const entries = [...latest, ...asked.values()];
    latest = null;
    try {
      if (entries.length) {
        const sealed = await seal(entries);
        await inStore("readwrite", (store) => store.put(sealed, id));
      } else await inStore("readwrite", (store) => store.delete(id));
      tell(latest === null);
    } catch {
      tell(false); // a full or forbidden store
    }
    keeping = false;
    if (latest !== null) await keep();
  };

  const askWhich = (name, control, entry) => {
    asked.set(name, entry);
    document.dispatchEvent(new CustomEvent("session:conflict", { detail: {
      name, control, theirs: entry.value, mine: page.read(control), isOnDevice: true,
      onChosen: () => asked.delete(name),
    } }));
  };
  const restore = async () => {
    const sealed = await inStore("readonly", (store) => store.get(id));
    if (!sealed) return;
    let entries;
    try {
      entries = await unseal(sealed);
    } catch {
      return inStore("readwrite", (store) => store.delete(id)); // of an earlier sign-in: nobody can read it
    }
    if (page.isLocked) return document.dispatchEvent(new CustomEvent("session:found", { detail: { entries } }));
    for (const entry of entries) {
      const name = page.nameOf(entry.target, entry.field);
      const control = page.controls.get(name) ?? page.adopt(entry);
      if (page.bases.get(name) === entry.value || page.read(control) === entry.value) continue;
      if (page.pending.has(name)) { // somebody typed before this was read: both are shown
        askWhich(name, control, entry);
        continue;
      }
      page.bases.set(name, entry.base);
      page.write(control, entry.value);
      window.SessionPage.changed(name);
    }
    latest ??= window.SessionPage.entries(); // what had arrived though its answer was lost need not stay
  };

  const start = async () => {
    if (!isAble) return;
    await take(page.form.dataset.deviceKey);
    delete page.form.dataset.deviceKey; // a page that is saved as a file holds no key
    await restore();
    restored = true;
    await keep();
  };
  document.addEventListener("session:changed", ({ detail }) => {
    latest = detail.pending;
    keep();
  });
  document.addEventListener("session:signed-in-again", async ({ detail }) => {
    if (isAble) await take(detail.deviceKey);
    latest = window.SessionPage.entries();
    keep();
  });
  start().catch(() => {});
})();
