// Keeps what is not acknowledged yet on this device, sealed with a key that the server gave to this sign-in:
// with the page, so that a cut right after it came finds it here. After signing out, nothing kept can be read.
// Each page has a place of its own, and a lock on it for as long as it is there: whoever gets the lock of another
// place knows that its page is gone, and takes over what it left: on coming to the session, or back to its tab.
// Tells session:kept {isAll}: whether everything that waits would survive the closing of the page. Where the page may
// no longer be written on, it tells session:found {entries} instead of putting them into their fields.
(() => {
  const page = window.SessionFields;
  if (!page) return;
  const id = page.form.dataset.sessionId;
  const SOON = 3000;
  const isAble = Boolean(window.indexedDB && window.crypto?.subtle && navigator.locks);
  const place = isAble && `${id}/${crypto.randomUUID()}`;
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

  const asked = new Set(); // versions that a person is asked about: they stay on the device until then
  const takenOver = new Set(); // places whose words are on this page now: they go as soon as its own place has them
  const tell = (isAll) => document.dispatchEvent(new CustomEvent("session:kept", { detail: { isAll } }));
  let latest = null;
  let keeping = null;
  const put = async (entries) => {
    const left = [...takenOver];
    const sealed = entries.length ? await seal(entries) : null;
    await inStore("readwrite", (store) => {
      for (const each of left) store.delete(each);
      return sealed ? store.put(sealed, place) : store.delete(place);
    });
    for (const each of left) takenOver.delete(each);
  };
  const keepLatest = async () => {
    while (latest !== null) {
      const entries = [...latest, ...asked];
      latest = null;
      const isDone = await put(entries).then(() => true, () => false); // a full or forbidden store
      tell(isDone && latest === null);
    }
    keeping = null;
  };
  const keep = () => {
    if (key && latest !== null) keeping ??= keepLatest();
    return keeping;
  };

  const askWhich = (name, control, entry) => {
    asked.add(entry);
    document.dispatchEvent(new CustomEvent("session:conflict", { detail: {
      name, control, theirs: entry.value, mine: page.read(control), isOnDevice: true,
      onChosen: () => asked.delete(entry),
    } }));
  };
  const restore = (entry) => {
    const name = page.nameOf(entry.target, entry.field);
    const control = page.controls.get(name) ?? page.adopt(entry);
    if (page.bases.get(name) === entry.value || page.read(control) === entry.value) return;
    // Somebody wrote here before this was read: both are shown.
    if (page.pending.has(name) || page.held.has(name)) return askWhich(name, control, entry);
    page.bases.set(name, entry.base);
    page.write(control, entry.value);
    window.SessionPage.changed(name);
  };
  let found = []; // where nothing may be written
  const show = (entries) => {
    found = [...found, ...entries];
    if (found.length) document.dispatchEvent(new CustomEvent("session:found", { detail: { entries: found } }));
  };
  const takeOver = async (other) => {
    const sealed = await inStore("readonly", (store) => store.get(other));
    if (!sealed) return;
    const entries = await unseal(sealed).catch(() => []); // of an earlier sign-in: nobody can read it
    if (page.isLocked) show(entries);
    else entries.forEach(restore);
    takenOver.add(other);
    latest = page.isLocked ? found : window.SessionPage.entries(); // without what had arrived though its answer was lost
    await keep();
  };

  // What a page of this tab left goes to the page that is loaded in its stead, even where others look around meanwhile.
  const ofThisTab = () => {
    const name = `groupwork.place.${id}`;
    const former = sessionStorage.getItem(name);
    sessionStorage.setItem(name, place);
    return former;
  };
  const lookOnce = async () => {
    const places = await inStore("readonly", (store) => store.getAllKeys());
    const others = places.filter((each) => each !== place && (each === id || each.startsWith(`${id}/`)));
    for (const other of others) await navigator.locks.request(other, { ifAvailable: true }, (lock) => lock && takeOver(other));
  };
  const lookAround = async () => {
    await lookOnce();
    setTimeout(() => lookOnce().catch(() => {}), SOON); // a page that was just closed may hold its lock a little longer
  };

  const start = async () => {
    if (!isAble) return;
    navigator.locks.request(place, () => new Promise(() => {})); // until this page is gone
    await take(page.form.dataset.deviceKey);
    delete page.form.dataset.deviceKey; // a page that is saved as a file holds no key
    keep();
    const former = ofThisTab();
    if (former) navigator.locks.request(former, () => takeOver(former)).catch(() => {});
    await lookAround();
  };
  document.addEventListener("visibilitychange", () => {
    if (key && document.visibilityState === "visible") lookAround().catch(() => {});
  });
  document.addEventListener("session:changed", ({ detail }) => {
    latest = found = detail.pending;
    keep();
  });
  document.addEventListener("session:signed-in-again", async ({ detail }) => {
    if (isAble) await take(detail.deviceKey);
    latest = window.SessionPage.entries();
    keep();
  });
  start().catch(() => {});
})();
