// The roster by keyboard: arrows move from row to row, a letter marks, Delete clears, Enter opens the note.
(() => {
  const page = window.SessionPage;
  const rows = [...document.querySelectorAll("[data-roster-row]")];
  if (!page || !rows.length) return;
  const marks = (row) => row.querySelector('[data-field="mark"]');
  const isTyping = (element) => element.matches("textarea, select, input:not([type=radio]):not([type=checkbox])");

  const choose = (row, value) => {
    const control = marks(row);
    page.write(control, value);
    page.changed(page.nameOf(control.dataset.target, "mark"));
  };
  const move = (row, step) => rows[rows.indexOf(row) + step]?.focus();

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = event.target.closest?.("[data-roster-row]");
    if (!row || isTyping(event.target)) return;
    const isNote = event.target.closest("[data-note-panel]");
    const key = event.key.toLowerCase();
    const choice = isNote ? null : row.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (choice) choose(row, choice.value);
    else if (!isNote && (event.key === "Delete" || event.key === "Backspace")) choose(row, "");
    else if (!isNote && event.key === "ArrowDown") move(row, 1);
    else if (!isNote && event.key === "ArrowUp") move(row, -1);
    else if (event.target === row && event.key === "Enter") row.querySelector("[data-note-toggle]").click();
    else return;
    event.preventDefault();
  });
  // A second click on a chosen mark takes it back.
  for (const row of rows) {
    let before = null;
    marks(row).addEventListener("pointerdown", (event) => {
      const input = event.target.closest("label")?.querySelector("input");
      before = input?.checked ? input : null;
    });
    marks(row).addEventListener("click", (event) => {
      if (event.target !== before) return;
      before = null;
      choose(row, "");
    });
  }
  rows[0].tabIndex = 0;
  for (const row of rows) {
    row.addEventListener("focus", () => { for (const other of rows) other.tabIndex = other === row ? 0 : -1; });
  }
})();
