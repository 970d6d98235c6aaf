// Signing out takes everything kept on this device with it; while words wait there to be saved, it asks first.
const WAITING = "Words that are not saved yet are kept on this device. Signing out deletes them. Sign out all the same?";

const wordsWait = async () => {
  if (window.SessionPage?.entries().length) return true;
  const names = (await window.indexedDB?.databases?.()) ?? [];
  if (!names.some(({ name }) => name === "groupwork")) return false;
  const database = await new Promise((done, failed) => {
    const asking = indexedDB.open("groupwork");
    asking.onsuccess = () => done(asking.result);
    asking.onerror = () => failed(asking.error);
  });
  try {
    const counting = database.transaction("kept").objectStore("kept").count();
    return await new Promise((done) => { counting.onsuccess = () => done(counting.result > 0); });
  } finally {
    database.close();
  }
};

for (const form of document.querySelectorAll('form[action$="/sign-out"]')) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if ((await wordsWait().catch(() => false)) && !window.confirm(WAITING)) return;
    window.indexedDB?.deleteDatabase("groupwork");
    form.submit();
  });
}
