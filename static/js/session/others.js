// What others wrote appears on the session page where nobody is writing; on a page that may only be read, everywhere.
(() => {
  const EVERY = 5000;
  const page = window.SessionFields;
  if (!page) return;

  const put = (name, value) => {
    const control = page.controls.get(name);
    if (!control || page.held.has(name) || control.contains(document.activeElement) || value === page.bases.get(name)) return;
    page.bases.set(name, value);
    control.dataset.base = value;
    page.write(control, value);
  };
  // An answer to what was asked before this page saved (or before it heard more) is older than what it shows.
  let heard = 0;
  document.addEventListener("session:told", () => { heard += 1; });
  const ask = async () => {
    if (document.hidden || page.isBusy()) return;
    const before = heard;
    const answer = await fetch(page.form.dataset.entriesUrl, { headers: { Accept: "application/json", "X-Background": "1" } });
    if (answer.status === 401) return page.end();
    if (answer.status === 403 || answer.status === 404) return page.leave();
    if (!answer.ok) return;
    const told = await answer.json();
    if (heard !== before || page.pending.size) return;
    for (const [name, value] of Object.entries(told.values)) put(name, value);
    document.dispatchEvent(new CustomEvent("session:told", { detail: told }));
  };
  setInterval(() => ask().catch(() => {}), EVERY);
})();
