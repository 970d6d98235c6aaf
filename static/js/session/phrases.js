// Texts that a few keys put into a note: /name and a space, or the menu beside it. Three underscores are a blank;
// Ctrl and Enter goes to the next blank, then to the next person who was there, then through the group note.
(() => {
  const page = window.SessionPage;
  if (!page) return;
  const BLANK = "___";
  const SHORT_NAME = /(?:^|\s)\/([a-z0-9-]+) $/;
  const AWAY = ["excused", "late_cancellation", "no_show"];
  const texts = new Map([...document.querySelectorAll("[data-phrases] option[data-text]")].map((option) => [option.value, option.dataset]));

  const told = (field) => field.dispatchEvent(new Event("input", { bubbles: true }));
  const selectBlank = (field, from) => {
    const at = field.value.indexOf(BLANK, from);
    if (at < 0) return false;
    field.focus();
    field.setSelectionRange(at, at + BLANK.length);
    return true;
  };
  const insert = (field, phrase, start, end) => {
    field.setRangeText(phrase.text, start, end, "end");
    const plan = field.dataset.field === "response" && page.controls.get(page.nameOf(field.dataset.target, "plan"));
    if (phrase.plan && plan && !plan.value.trim()) {
      plan.value = phrase.plan;
      told(plan);
    }
    told(field);
    if (!selectBlank(field, start)) field.focus();
  };

  page.form.addEventListener("input", (event) => {
    const field = event.target;
    if (!field.matches("textarea[data-entry]") || event.inputType === "historyUndo") return;
    const typed = SHORT_NAME.exec(field.value.slice(0, field.selectionStart));
    const phrase = typed && texts.get(typed[1]);
    if (phrase) insert(field, phrase, field.selectionStart - typed[1].length - 2, field.selectionStart);
  });
  for (const menu of document.querySelectorAll("[data-phrases]")) {
    menu.addEventListener("change", () => {
      const field = document.getElementById(menu.dataset.phrases);
      const phrase = texts.get(menu.value);
      if (phrase) insert(field, phrase, field.selectionStart, field.selectionEnd);
      menu.value = "";
    });
  }

  const rows = [...document.querySelectorAll("[data-roster-row]")];
  const isAway = (row) => AWAY.includes(page.read(row.querySelector('[data-field="mark"]')));
  const groupNote = [...page.form.querySelectorAll('textarea[data-target="group-note"]')];
  const goOn = (field) => {
    const row = field.closest("[data-roster-row]");
    const place = groupNote.indexOf(field);
    if (!row) return groupNote[place + 1]?.focus();
    const plan = row.querySelector('textarea[data-field="plan"]');
    if (field !== plan && selectBlank(plan, 0)) return;
    const next = rows.slice(rows.indexOf(row) + 1).find((each) => !isAway(each));
    row.querySelector("[data-note-toggle]").click();
    if (next) next.querySelector("[data-note-toggle]").click();
    else groupNote[0]?.focus();
  };
  page.form.addEventListener("keydown", (event) => {
    const field = event.target;
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || !field.matches("textarea[data-entry]")) return;
    event.preventDefault();
    if (!selectBlank(field, field.selectionEnd)) goOn(field);
  });
})();
