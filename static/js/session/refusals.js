// What a rule refused stands where it was typed, with the reason beside it, and stays on this device, until it is
// changed or a person goes back to what is saved.
(() => {
  const page = window.SessionPage;
  if (!page) return;
  const idOf = (name) => `refused-${name.replace(/[:.]/g, "-")}`;
  const goBack = (name, control) => {
    page.write(control, page.bases.get(name));
    control.removeAttribute("aria-invalid");
    page.changed(name);
  };
  const note = (name, control) => {
    const found = document.getElementById(idOf(name));
    if (found) return found;
    const made = Object.assign(document.createElement("p"), { id: idOf(name), className: "field-error" });
    made.setAttribute("role", "alert");
    control.after(made);
    control.setAttribute("aria-describedby", made.id);
    const away = () => { made.remove(); control.removeEventListener("input", away); control.removeEventListener("session:written", away); };
    control.addEventListener("input", away);
    control.addEventListener("session:written", away);
    return made;
  };
  document.addEventListener("session:refused", ({ detail: { name, control, message } }) => {
    control.setAttribute("aria-invalid", "true");
    control.dispatchEvent(new CustomEvent("session:show", { bubbles: true }));
    const back = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-quiet", textContent: "Go back to what is saved" });
    back.addEventListener("click", () => goBack(name, control));
    note(name, control).replaceChildren(`${message} `, back);
  });
})();
