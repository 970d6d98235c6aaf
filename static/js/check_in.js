// Saves each answer of a check-in as it is chosen, and goes on trying without a connection: until then no button leads on.
// Digits choose the answer of the question that has the focus, or of the only one on the page.
(() => {
  const form = document.querySelector("[data-check-in]");
  if (!form) return;
  const state = form.querySelector("[data-check-in-state]");
  const count = form.querySelector("[data-check-in-count]");
  const token = form.elements.csrf_token.value;
  const waiting = new Map();
  let sending = false;
  let leaving = false;

  const say = (words) => { if (state) state.textContent = words; };

  const showRisk = () => {
    const quiet = document.querySelector("[data-crisis-quiet]");
    if (!quiet) return;
    const box = Object.assign(document.createElement("section"), { className: "message message-red", tabIndex: -1 });
    box.setAttribute("role", "alert");
    box.dataset.crisis = "";
    box.append(Object.assign(document.createElement("h2"), { className: "panel-title", textContent: "Please get help now" }),
      Object.assign(document.createElement("p"), { textContent: quiet.textContent }));
    quiet.remove();
    form.before(box);
    box.scrollIntoView({ block: "nearest" });
  };

  const send = async () => {
    if (sending || !waiting.size) return;
    sending = true;
    const batch = Object.fromEntries(waiting);
    try {
      const answer = await fetch(form.dataset.answersUrl, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-CSRFToken": token },
        body: JSON.stringify(batch),
        signal: AbortSignal.timeout(20_000), // a server that hangs is no connection
      });
      if (!answer.ok) throw new Error(answer.status);
      const told = await answer.json();
      for (const [name, value] of Object.entries(batch)) if (waiting.get(name) === value) waiting.delete(name);
      say("Saved");
      if (count) count.textContent = `${told.answered} of ${told.asked} answered`;
      if (told.risk) showRisk();
      if (leaving && !waiting.size) form.submit();
    } catch (problem) {
      const refused = ["400", "404", "429"].includes(problem.message);
      say(refused ? "Not saved: this page is too old. Open your link again." : "Not saved yet: no connection. It is sent as soon as there is one.");
      if (refused) leaving = false;
      else setTimeout(send, 2000);
    }
    sending = false;
    if (waiting.size && state.textContent === "Saved") send();
  };

  form.addEventListener("change", (event) => {
    if (event.target.type !== "radio") return;
    waiting.set(event.target.name, event.target.value);
    say("Saving");
    send();
  });
  window.addEventListener("online", send);
  window.addEventListener("beforeunload", (event) => { if (waiting.size) event.preventDefault(); });
  form.addEventListener("submit", (event) => {
    if (!waiting.size) return; // everything is kept: the form only leads on
    event.preventDefault();
    leaving = true;
    send();
  });

  document.addEventListener("keydown", (event) => {
    if (!/^\d$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = form.querySelectorAll("[data-question]");
    const question = event.target.closest?.("[data-question]") ?? (all.length === 1 ? all[0] : null);
    const choice = question?.querySelector(`input[value="${event.key}"]`);
    if (!choice) return;
    choice.focus();
    choice.click();
  });
})();
