// Saves every change of the session page by itself: queued by field, sent within two seconds, sent again until
// it is acknowledged. What the server knew of a field (its base) goes along, so that nobody is overwritten unseen.
// What a rule refused, or stands in two versions, is held: it is not sent again until it is changed, and never called saved.
// Others listen on document: session:state {words, kind, unkept: the words while the device does not have it yet}, session:told {answer}, session:conflict {entry},
// session:refused {entry, message}, session:signed-out, session:changed {pending: everything that is not saved}.
(() => {
  const form = document.querySelector("[data-session-form]");
  if (!form) return;
  const WAIT = 700;
  const AGAIN = 3000;
  const PATIENCE = 20_000; // a server that hangs is no connection
  const controls = new Map();
  const bases = new Map();
  const pending = new Map();
  const held = new Map(); // by name, what to say of it
  let token = form.elements.csrf_token.value;
  let timer = null;
  let sending = false;
  let paused = false;

  const tell = (name, detail) => document.dispatchEvent(new CustomEvent(`session:${name}`, { detail }));
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
    const control = Object.assign(document.createElement("textarea"), { hidden: true, ariaLabel: "A note of somebody who left the roster" });
    Object.assign(control.dataset, { target, field, base });
    form.append(control);
    know(control);
    return control;
  };

  const changed = (name) => {
    const value = read(controls.get(name));
    held.delete(name);
    if (value === bases.get(name) && !sending) pending.delete(name);
    else pending.set(name, value);
    tell("changed", { pending: entries() });
    if (!pending.size) return rest("");
    tell("state", { kind: "waiting", words: "Saving…" });
    if (!paused) timer ??= setTimeout(send, WAIT);
  };
  const entry = (name) => {
    const { target, field } = controls.get(name).dataset;
    return { target, field, value: read(controls.get(name)), base: bases.get(name) };
  };
  const entries = () => [...pending.keys(), ...held.keys()].map(entry);
  // Nothing is on its way: either all is saved, or something waits for a person.
  const rest = (words) => tell("state", held.size ? { kind: "held", words: [...held.values()].at(-1) } : { kind: "saved", words });

  const settle = (result, sent) => {
    const name = nameOf(result.target, result.field);
    const control = controls.get(name);
    if (!control) return;
    if (result.status === "saved") {
      bases.set(name, result.value);
      control.dataset.base = result.value;
      if (pending.get(name) === sent.get(name)) pending.delete(name);
      const isOwn = sent.has(name);
      if (!pending.has(name) && !isOwn && read(control) !== result.value) write(control, result.value);
      control.removeAttribute("aria-invalid");
    } else if (result.status === "conflict") {
      pending.delete(name);
      held.set(name, "Two versions: choose one");
      tell("conflict", { ...result, mine: read(control), name, control });
    } else if (pending.get(name) === sent.get(name)) { // else it was changed since: that is sent first
      pending.delete(name);
      held.set(name, "Not saved: see the field");
      tell("refused", { ...result, name, control });
    }
  };

  const send = async () => {
    timer = null;
    if (sending || paused || !pending.size) return;
    sending = true;
    const batch = [...pending.keys()].slice(0, 100).map(entry);
    const sent = new Map(batch.map((entry) => [nameOf(entry.target, entry.field), entry.value]));
    let wait = 0;
    try {
      const answer = await fetch(form.dataset.entriesUrl, {
        method: "POST",
        headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": token, "X-Background": "1" },
        body: JSON.stringify({ entries: batch }),
        signal: AbortSignal.timeout(PATIENCE),
      });
      if (answer.status === 401 || answer.status === 400) {
        window.SessionFields.end();
      } else if (!answer.ok) {
        throw new Error(answer.status);
      } else {
        const told = await answer.json();
        for (const result of told.results) settle(result, sent);
        tell("told", told);
        if (!pending.size) rest(savedAt(told.saved_at));
      }
    } catch {
      wait = AGAIN;
      tell("state", { kind: "offline", words: "Offline: kept on this device", unkept: "Offline: on this page only, so leave it open" });
    }
    sending = false;
    tell("changed", { pending: entries() });
    if (pending.size && !paused) timer = setTimeout(send, wait);
  };
  const savedAt = (instant) => `Saved ${new Date(instant).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })}`;

  window.SessionFields = {
    form, controls, bases, pending, held, read, write, nameOf,
    isBusy: () => sending || paused || pending.size > 0,
    end() { paused = true; tell("signed-out", {}); },
  };
  if ("locked" in form.dataset) return;
  const onChange = (event) => {
    const control = event.target.closest("[data-entry]");
    if (control) changed(nameOf(control.dataset.target, control.dataset.field));
  };
  form.addEventListener("input", onChange);
  form.addEventListener("change", onChange);
  form.addEventListener("submit", (event) => { event.preventDefault(); send(); });
  window.addEventListener("online", send);

  window.SessionPage = {
    ...window.SessionFields, entries, adopt, changed, send,
    resume(newToken) { if (newToken) token = newToken; paused = false; send(); },
  };
  tell("ready", {});
})();
