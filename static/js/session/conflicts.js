// Two versions of one field: both are shown, and a person chooses.
(() => {
  const page = window.SessionPage;
  const dialog = document.querySelector("[data-conflict]");
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

  // As it is now: while the question waited, or is open, more may have been written there.
  const showMine = () => { dialog.querySelector("[data-conflict-mine]").textContent = page.read(open.control) || "(nothing)"; };
  document.addEventListener("session:written", ({ target }) => { if (open?.control === target) showMine(); });
  const next = () => {
    open = waiting.shift() ?? null;
    if (!open) return;
    const { control, by, theirs, isOnDevice } = open;
    const what = isOnDevice ? "this device still holds words from before the page was opened." : `${by} wrote here while you did.`;
    dialog.querySelector("[data-conflict-words]").textContent = `${page.placeOf(control)}: ${what}`;
    for (const [place, words] of Object.entries(isOnDevice ? CALLED.device : CALLED.others)) {
      dialog.querySelector(`[data-conflict-called="${place}"]`).textContent = words;
    }
    showMine();
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
})();
