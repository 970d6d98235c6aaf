// <select data-starts-from='{"3": {"cycle_length": 8}}'>: choosing another kind puts what it starts from
// into the fields of these names, wherever the former kind's still stands: never over what was typed.
for (const kind of document.querySelectorAll("select[data-starts-from]")) {
  const startsFrom = JSON.parse(kind.dataset.startsFrom);
  let former = startsFrom[kind.value] ?? {};
  kind.addEventListener("change", () => {
    const chosen = startsFrom[kind.value] ?? {};
    for (const [name, value] of Object.entries(chosen)) {
      const field = kind.form.elements[name];
      if (Number(field.value) === former[name]) field.value = value;
    }
    former = chosen;
  });
}
