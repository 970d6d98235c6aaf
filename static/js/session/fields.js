// The fields of the session page: the control of each, what the server knows of it (its base), how it is read,
// written and called. A page that may only be read has them too.
(() => {
  const form = document.querySelector("[data-session-form]");
  if (!form) return;
  const controls = new Map();
  const bases = new Map();
  const nameOf = (target, field) => `${target}.${field}`;
  const radios = (control) => [...control.querySelectorAll("input[type=radio]")];
  const read = (control) => {
    if (control.tagName === "FIELDSET") return radios(control).find((one) => one.checked)?.value ?? "";
    if (control.type === "checkbox") return control.checked ? control.value : "";
    return control.value;
  };
  const write = (control, value) => {
    if (control.tagName === "FIELDSET") for (const one of radios(control)) one.checked = one.value === value;
    else if (control.type === "checkbox") control.checked = value !== "";
    else control.value = value;
    control.dispatchEvent(new CustomEvent("session:written", { bubbles: true }));
  };
  const know = (control) => {
    const name = nameOf(control.dataset.target, control.dataset.field);
    controls.set(name, control);
    bases.set(name, control.dataset.base);
  };
  form.querySelectorAll("[data-entry]").forEach(know);
  // What was kept of somebody who has left the roster since is written all the same.
  const adopt = ({ target, field, base }) => {
    const control = Object.assign(document.createElement("textarea"), { hidden: true, value: base, ariaLabel: "A note of somebody who left the roster" });
    Object.assign(control.dataset, { target, field, base });
    form.append(control);
    know(control);
    return control;
  };
  const entry = (name) => {
    const { target, field } = controls.get(name).dataset;
    return { target, field, value: read(controls.get(name)), base: bases.get(name) };
  };
  const labelOf = (control) => (control.labels?.[0] ?? control.querySelector?.("legend"))?.textContent.trim()
    || control.getAttribute("aria-label") || "This field";
  // The field and whose it is: a roster has as many responses as people.
  const placeOf = (control) => [control.closest("[data-roster-row]")?.getAttribute("aria-label"), labelOf(control)]
    .filter(Boolean).join(", ");
  window.SessionFields = { form, controls, bases, nameOf, read, write, adopt, entry, labelOf, placeOf, isLocked: "locked" in form.dataset };
})();
