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
  const { isAble, inStore, take, seal, unseal, hasKey } = window.SessionDevice;
  const place = isAble && `${id}/${crypto.randomUUID()}`;
  const LONGEST = 7 * 24 * 3600 * 1000; // what no page could read for so long, none will

  const asked = new Set(); // versions that a person is asked about: they stay on the device until then
  const takenOver = new Set(); // places whose words are on this page now: they go as soon as its own place has them
  const tell = (isAll) => document.dispatchEvent(new CustomEvent("session:kept", { detail: { isAll } }));
  let latest = null;
  let keeping = null;
  const put = async (entries) => {
    const left = [...takenOver];
    const sealed = entries.length ? await seal(entries) : null;
    await inStore("readwrite", (store) => {
      const asking = sealed ? store.put(sealed, place) : store.delete(place);
      for (const each of left) store.delete(each);
      return asking;
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
    if (hasKey() && latest !== null) keeping ??= keepLatest();
    return keeping;
  };

  const askWhich = (name, control, entry) => {
    asked.add(entry);
    document.dispatchEvent(new CustomEvent("session:conflict", { detail: {
      name, control, theirs: entry.value, isOnDevice: true,
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
    if (entry.value === entry.base) page.unsure.add(name); // what was sent before it was taken back may have arrived
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
    const entries = await unseal(sealed);
    if (!entries) { // of another sign-in: a page that knows its key may still come
      if (Date.now() - (sealed.at ?? 0) > LONGEST) await inStore("readwrite", (store) => store.delete(other));
      return;
    }
    if (page.isLocked) show(entries);
    else entries.forEach(restore);
    takenOver.add(other);
    latest = page.isLocked ? found : window.SessionPage.entries(); // without what had arrived though its answer was lost
    await keep();
  };

  // What a page of this tab left goes to the page that is loaded in its stead, even where others look around meanwhile.
  const ofThisTab = () => {
    const name = `groupwork.place.${id}`;
    try {
      const former = sessionStorage.getItem(name);
      sessionStorage.setItem(name, place);
      return former;
    } catch {
      return null; // forbidden: then it is found like any other
    }
  };
  const lookOnce = async () => {
    const places = await inStore("readonly", (store) => store.getAllKeys());
    const others = places.filter((each) => each !== place && !takenOver.has(each) && (each === id || each.startsWith(`${id}/`)));
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
    // A tab that was made as a copy of another waits in vain: the other's page is still there.
    if (former) navigator.locks.request(former, { signal: AbortSignal.timeout(SOON) }, () => takeOver(former)).catch(() => {});
    await lookAround();
  };
  document.addEventListener("visibilitychange", () => {
    if (hasKey() && document.visibilityState === "visible") lookAround().catch(() => {});
  });
  document.addEventListener("session:changed", ({ detail }) => {
    latest = found = detail.pending;
    keep();
  });
  document.addEventListener("session:signed-in-again", async ({ detail }) => {
    if (!isAble) return;
    await take(detail.deviceKey);
    latest = window.SessionPage.entries();
    keep();
    await lookAround().catch(() => {});
  });
  start().catch(() => {});
})();
