// Two versions of one field: both are shown, and a person chooses. An ended sign-in is asked for in place.
(() => {
  const page = window.SessionPage;
  const dialog = document.querySelector("[data-conflict]");
  const again = document.querySelector("[data-sign-in-again]");
  if (!page || !dialog) return;
  const CALLED = {
    others: { mine: "Yours", theirs: "Theirs", keepMine: "Keep mine", keepTheirs: "Keep theirs" },
    device: {
      mine: "On the page now", theirs: "On this device, from before",
      keepMine: "Keep the page's", keepTheirs: "Keep the device's",
    },
  };
  const waiting = [];
  let open = null;

  const next = () => {
    open = waiting.shift() ?? null;
    if (!open) return;
    const { control, by, mine, theirs, isOnDevice } = open;
    const what = isOnDevice ? "this device still holds words from before the page was opened." : `${by} wrote here while you did.`;
    dialog.querySelector("[data-conflict-words]").textContent = `${page.placeOf(control)}: ${what}`;
    for (const [place, words] of Object.entries(isOnDevice ? CALLED.device : CALLED.others)) {
      dialog.querySelector(`[data-conflict-called="${place}"]`).textContent = words;
    }
    dialog.querySelector("[data-conflict-mine]").textContent = mine || "(nothing)";
    dialog.querySelector("[data-conflict-theirs]").textContent = theirs || "(nothing)";
    dialog.querySelector('[data-keep="both"]').hidden = control.tagName !== "TEXTAREA";
    dialog.showModal();
  };
  document.addEventListener("session:conflict", ({ detail }) => {
    waiting.push(detail);
    if (!open) next();
  });
  dialog.addEventListener("cancel", (event) => event.preventDefault()); // a choice is needed: nothing is thrown away
  dialog.addEventListener("click", (event) => {
    const keep = event.target.closest("[data-keep]")?.dataset.keep;
    if (!keep || !open) return;
    const { name, control, theirs, isOnDevice, onChosen } = open;
    const mine = page.read(control); // with what was typed since
    if (!isOnDevice) page.bases.set(name, theirs); // what is on the device the server never knew
    control.dataset.base = page.bases.get(name);
    const chosen = { mine, theirs, both: `${theirs}\n${mine}` }[keep];
    page.write(control, chosen);
    dialog.close();
    onChosen?.();
    page.changed(name);
    next();
  });

  document.addEventListener("session:signed-out", () => {
    document.dispatchEvent(new CustomEvent("session:state", { detail: { kind: "offline", words: "Signed out: kept on this page" } }));
    if (!again.open) again.showModal();
  });
  again.addEventListener("cancel", (event) => event.preventDefault());
  again.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    const password = document.getElementById("again-password");
    const error = again.querySelector("[data-sign-in-error]");
    error.textContent = "";
    try {
      const answer = await fetch("/sign-in-again", {
        method: "POST",
        headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": page.form.elements.csrf_token.value },
        body: JSON.stringify({ email: again.dataset.email, password: password.value }),
      });
      const told = await answer.json();
      if (!answer.ok) throw new Error(told.message || "That did not work.");
      password.value = "";
      page.form.elements.csrf_token.value = told.csrf_token;
      for (const field of document.querySelectorAll('input[name="csrf_token"]')) field.value = told.csrf_token;
      again.close();
      page.resume(told.csrf_token);
      document.dispatchEvent(new CustomEvent("session:signed-in-again", { detail: { deviceKey: told.device_key } }));
    } catch (problem) {
      error.textContent = problem.message;
    }
  });
})();
