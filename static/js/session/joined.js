// Somebody who was added to the group while the page is open: it says so, and reloads without losing anything.
(() => {
  const panel = document.querySelector("[data-joined]");
  const page = window.SessionFields;
  if (!panel || !page) return;
  const words = panel.querySelector("[data-joined-words]");
  const shown = new Set([...document.querySelectorAll("[data-roster-row]")].map((row) => row.dataset.enrollmentId));
  let isKept = true;
  document.addEventListener("session:kept", ({ detail }) => { isKept = detail.isAll; });
  document.addEventListener("session:changed", ({ detail }) => { isKept = !detail.pending.length; });
  document.addEventListener("session:told", ({ detail }) => {
    const names = Object.entries(detail.people).filter(([id]) => !shown.has(id)).map(([, name]) => name);
    panel.hidden = !names.length;
    const said = `${names.join(" and ")} ${names.length === 1 ? "is" : "are"} in the group now, and not on this page yet.`;
    if (names.length && words.textContent !== said) words.textContent = said;
  });
  panel.querySelector("[data-reload]").addEventListener("click", () => {
    if (isKept) return location.reload();
    words.textContent = "Saving first, then the page is opened again…";
    document.addEventListener("session:state", ({ detail }) => { if (detail.kind === "saved") location.reload(); });
    document.addEventListener("session:kept", ({ detail }) => { if (detail.isAll) location.reload(); });
    window.SessionPage?.send();
  });
})();
