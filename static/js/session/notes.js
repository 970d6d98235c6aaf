// Progress notes open in place: Enter or the summary opens one, Escape closes it and goes back to its row.
(() => {
  const rows = [...document.querySelectorAll("[data-roster-row]")];
  const toggle = (row) => row.querySelector("[data-note-toggle]");
  const panel = (row) => row.querySelector("[data-note-panel]");
  const summary = (row) => {
    const text = row.querySelector('[data-field="response"]').value.trim();
    row.querySelector("[data-note-summary]").textContent = text || "Write…";
  };
  const show = (row, isOpen) => {
    panel(row).hidden = !isOpen;
    row.classList.toggle("roster-row-open", isOpen);
    toggle(row).setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) summary(row);
  };
  for (const row of rows) {
    show(row, false);
    // Until now notes stood open and their button would have done nothing.
    toggle(row).disabled = false;
    toggle(row).addEventListener("click", () => {
      const isOpen = panel(row).hidden;
      for (const other of rows) if (other !== row) show(other, false);
      show(row, isOpen);
      if (isOpen) row.querySelector('[data-field="response"]').focus();
    });
    row.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || panel(row).hidden) return;
      show(row, false);
      row.focus();
    });
    row.addEventListener("session:show", () => show(row, true));
    row.addEventListener("session:written", (event) => { if (event.target.dataset.field === "response") summary(row); });
  }
})();
