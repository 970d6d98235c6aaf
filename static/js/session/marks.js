// The roster by keyboard: arrows move from row to row and into it from the page, a letter marks, Delete clears,
// Enter opens the note, a digit goes to the minutes, H to the homework; Escape (Enter, arrows in minutes) leads back.
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

  const back = (event, row) => {
    const inMinutes = event.target.matches('[data-field="minutes_attended"]');
    if (!inMinutes && !event.target.matches('[data-field="homework"]')) return;
    const step = inMinutes ? { Enter: 0, ArrowDown: 1, ArrowUp: -1 }[event.key] : undefined;
    if (event.key !== "Escape" && step === undefined) return;
    event.preventDefault();
    (rows[rows.indexOf(row) + (step ?? 0)] ?? row).focus();
  };
  // The digit is typed where the focus then is.
  const toMinutes = (row) => {
    const minutes = row.querySelector('[data-field="minutes_attended"]');
    minutes.focus();
    minutes.select();
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target === document.body && event.key === "ArrowDown") {
      event.preventDefault();
      return rows.find((each) => each.tabIndex === 0).focus();
    }
    const row = event.target.closest?.("[data-roster-row]");
    if (!row) return;
    if (isTyping(event.target)) return back(event, row);
    if (event.target === row && /^\d$/.test(event.key)) return toMinutes(row);
    const isNote = event.target.closest("[data-note-panel]");
    const key = event.key.toLowerCase();
    const choice = isNote ? null : row.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (choice) choose(row, choice.value);
    else if (!isNote && (event.key === "Delete" || event.key === "Backspace")) choose(row, "");
    else if (!isNote && key === "h") row.querySelector('[data-field="homework"]').focus();
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
