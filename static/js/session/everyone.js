// One act for everyone of whom nothing is said yet; what stands is never written over.
(() => {
  const page = window.SessionPage;
  if (!page) return;
  for (const part of document.querySelectorAll("[data-scripted]")) part.hidden = false;
  const HERE = ["present", "late", "left_early"];
  const rows = [...document.querySelectorAll("[data-roster-row]")];
  const entry = (row, field) => row.querySelector(`[data-entry][data-field="${field}"]`);
  const set = (control, value) => {
    if (page.read(control) !== "") return;
    page.write(control, value);
    page.changed(page.nameOf(control.dataset.target, control.dataset.field));
  };
  document.querySelector("[data-all-present]")?.addEventListener("click", () => {
    for (const row of rows) set(entry(row, "mark"), "present");
    rows[0]?.focus();
  });
  document.querySelector("[data-all-homework]")?.addEventListener("change", (event) => {
    for (const row of rows) if (HERE.includes(page.read(entry(row, "mark")))) set(entry(row, "homework"), event.target.value);
    event.target.value = "";
  });
  document.querySelector("[data-as-planned]")?.addEventListener("click", (event) => {
    const { started, stopped } = event.target.dataset;
    set(page.controls.get("group-session.started_at"), started);
    set(page.controls.get("group-session.ended_at"), stopped);
  });
})();
