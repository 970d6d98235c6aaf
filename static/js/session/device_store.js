// Keeps what is not acknowledged yet on this device, sealed with a key that the server gave to this sign-in.
// Without the key, or after signing out, nothing here can be read.
(() => {
  const page = window.SessionPage;
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
        const asking = act(database.transaction("kept", mode).objectStore("kept"));
        asking.onsuccess = () => done(asking.result);
        asking.onerror = () => failed(asking.error);
      });
    } finally {
      database.close();
    }
  };

  const fetchKey = async () => {
    const answer = await fetch("/account/device-key", { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error("no key");
    const { key: text } = await answer.json();
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

  let latest = null;
  let keeping = false;
  const keep = async () => {
    if (!key || keeping || latest === null) return;
    keeping = true;
    const entries = latest;
    latest = null;
    try {
      if (entries.length) {
        const sealed = await seal(entries);
        await inStore("readwrite", (store) => store.put(sealed, id));
      } else await inStore("readwrite", (store) => store.delete(id));
      document.dispatchEvent(new CustomEvent("session:kept", { detail: { count: entries.length } }));
    } finally {
      keeping = false;
      if (latest !== null) keep();
    }
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
    for (const entry of entries) {
      const name = page.nameOf(entry.target, entry.field);
      const control = page.controls.get(name);
      if (!control || page.pending.has(name) || page.bases.get(name) === entry.value) continue;
      page.bases.set(name, entry.base);
      page.write(control, entry.value);
      page.changed(name);
    }
  };

  const start = async () => {
    if (!isAble) return;
    await fetchKey();
    await restore();
    keep();
  };
  document.addEventListener("session:changed", (event) => { latest = event.detail.pending; keep().catch(() => {}); });
  document.addEventListener("session:signed-in-again", () => {
    latest = page.entries();
    fetchKey().then(keep).catch(() => {});
  });
  start().catch(() => {});
})();
