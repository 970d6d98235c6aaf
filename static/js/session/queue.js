// Saves every change of the session page by itself: queued by field, sent within two seconds, sent again until
// it is acknowledged. What the server knew of a field (its base) goes along, so that nobody is overwritten unseen.
// What a rule refused, or stands in two versions, is held: it is not sent again until it is changed, and never called saved.
// Others listen on document: session:state {words, kind, unkept: the words while the device does not have it yet}, session:told {answer}, session:conflict {entry},
// session:refused {entry, message}, session:signed-out, session:gone {entries}, session:changed {pending: everything that is not saved}.
(() => {
  const fields = window.SessionFields;
  const batches = window.SessionBatches;
  if (!fields) return;
  const WAIT = 700;
  const AGAIN = 3000;
  const PATIENCE = 20_000; // a server that hangs is no connection
  const { form, controls, bases, nameOf, read, write, entry } = fields;
  const pending = new Map();
  const held = new Map(); // by name, what to say of it
  let token = form.elements.csrf_token.value;
  let timer = null;
  let sending = false;
  let paused = false;
  let isGone = false;
  const alone = new Set(); // sent one by one, since together they were not taken
  const unsure = new Set(); // sent, and nothing heard: the server may have it, so that going back is a change too

  const tell = (name, detail) => document.dispatchEvent(new CustomEvent(`session:${name}`, { detail }));
  const entries = () => [...pending.keys(), ...held.keys()].map(entry);
  const tellChanged = () => {
    tell("changed", { pending: entries() });
    if (isGone) tell("gone", { entries: entries() });
  };
  const changed = (name) => {
    const value = read(controls.get(name));
    held.delete(name);
    if (value === bases.get(name) && !sending && !unsure.has(name)) pending.delete(name);
    else pending.set(name, value);
    tellChanged();
    if (isGone) return;
    if (!pending.size) return rest("");
    if (paused) return; // nothing is on its way, and what is said of that stays
    tell("state", { kind: "waiting", words: "Saving…" });
    timer ??= setTimeout(send, WAIT);
  };
  // Nothing is on its way: either all is saved, or something waits for a person.
  const rest = (words) => tell("state", held.size ? { kind: "held", words: [...held.values()].at(-1) } : { kind: "saved", words });

  const settle = (result, sent) => {
    const name = nameOf(result.target, result.field);
    const control = controls.get(name);
    if (!control) return;
    alone.delete(name);
    unsure.delete(name);
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
      tell("conflict", { ...result, name, control });
    } else if (pending.get(name) === sent.get(name)) { // else it was changed since: that is sent first
      pending.delete(name);
      held.set(name, "Not saved: see the field");
      tell("refused", { ...result, name, control });
    }
  };
  const refuseTooLong = () => {
    for (const [name, value] of [...pending]) {
      const message = batches.tooLong(value, Number(form.dataset.longestText));
      if (message) settle({ ...entry(name), status: "refused", message }, new Map([[name, value]]));
    }
  };
  const refuse = (batch, sent, message) => {
    if (batch.length > 1) for (const name of sent.keys()) alone.add(name);
    else settle({ ...batch[0], status: "refused", message }, sent);
    if (!pending.size) rest("");
  };
  const isExpired = async (answer) => answer.status === 401
    || (answer.status === 400 && (await answer.json().catch(() => ({}))).error === "page_expired");

  const post = async (batch, sent) => {
    const answer = await fetch(form.dataset.entriesUrl, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": token, "X-Background": "1" },
      body: JSON.stringify({ entries: batch }),
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (await isExpired(answer)) return fields.end();
    if (answer.status === 403 || answer.status === 404) return fields.leave();
    if (answer.status === 413) return refuse(batch, sent, batches.TOO_LARGE);
    if (answer.status === 400) return refuse(batch, sent, batches.NOT_TAKEN);
    if (!answer.ok) throw new Error(answer.status);
    const told = await answer.json();
    for (const result of told.results) settle(result, sent);
    tell("told", told);
    if (!pending.size) rest(savedAt(told.saved_at));
  };
  const send = async () => {
    timer = null;
    if (sending || paused || !pending.size) return;
    refuseTooLong();
    if (!pending.size) return rest("");
    sending = true;
    const batch = batches.next([...pending.keys()], alone, entry);
    const sent = new Map(batch.map((each) => [nameOf(each.target, each.field), each.value]));
    let wait = 0;
    try {
      await post(batch, sent);
    } catch {
      wait = AGAIN;
      for (const name of sent.keys()) unsure.add(name);
      tell("state", { kind: "offline", words: "Offline: kept on this device", unkept: "Offline: on this page only, so leave it open" });
    }
    sending = false;
    tellChanged();
    if (pending.size && !paused) timer = setTimeout(send, wait);
  };
  const savedAt = (instant) => `Saved ${new Date(instant).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })}`;

  Object.assign(fields, {
    pending, held, unsure,
    isBusy: () => sending || paused || pending.size > 0,
    end() { paused = true; tell("signed-out", {}); },
    leave() { paused = isGone = true; tell("gone", { entries: entries() }); },
  });
  if (fields.isLocked) return;
  const onChange = (event) => {
    const control = event.target.closest("[data-entry]");
    if (control) changed(nameOf(control.dataset.target, control.dataset.field));
  };
  form.addEventListener("input", onChange);
  form.addEventListener("change", onChange);
  form.addEventListener("submit", (event) => { event.preventDefault(); send(); });
  window.addEventListener("online", send);

  window.SessionPage = {
    ...fields, entries, changed, send,
    resume(newToken) {
      if (newToken) token = newToken;
      paused = isGone = false;
      if (!pending.size) rest("");
      send();
    },
  };
  tell("ready", {});
})();
