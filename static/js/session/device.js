// The device's own database of words that are not saved yet, and the keys that seal them: the server gives one to each
// sign-in, and what an older one of this page sealed can still be read.
(() => {
  const isAble = Boolean(window.indexedDB && window.crypto?.subtle && navigator.locks);
  const keys = []; // the newest first

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
    keys.unshift(await crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]));
  };
  const seal = async (value) => {
    const nonce = crypto.getRandomValues(new Uint8Array(12));
    const text = new TextEncoder().encode(JSON.stringify(value));
    return { nonce, box: await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce }, keys[0], text), at: Date.now() };
  };
  const unseal = async ({ nonce, box }) => {
    const tries = keys.map((key) => crypto.subtle.decrypt({ name: "AES-GCM", iv: nonce }, key, box));
    const opened = await Promise.any(tries).catch(() => null);
    return opened && JSON.parse(new TextDecoder().decode(opened));
  };

  window.SessionDevice = { isAble, inStore, take, seal, unseal, hasKey: () => keys.length > 0 };
})();
