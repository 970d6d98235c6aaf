// Answers from paper: a digit after which none can follow goes on to the next question by itself, and
// so does Enter, which sends the form from its last field only.
(() => {
  const form = document.querySelector("[data-enter-goes-on]");
  form?.addEventListener("keydown", (event) => {
    const typed = [...form.querySelectorAll("input:not([type=hidden])")];
    const place = typed.indexOf(event.target);
    if (event.key !== "Enter" || event.isComposing || place < 0 || place === typed.length - 1) return;
    event.preventDefault();
    typed[place + 1].focus();
    typed[place + 1].select();
  });
  const fields = [...document.querySelectorAll("[data-digits] input[max]")];
  for (const [place, field] of fields.entries()) {
    field.addEventListener("input", () => {
      const isWhole = /^\d+$/.test(field.value) && Number(field.value) <= Number(field.max);
      const mayGrow = field.value !== "0" && Number(`${field.value}0`) <= Number(field.max);
      if (!isWhole || mayGrow) return;
      const next = fields[place + 1];
      next?.focus();
      next?.select();
    });
  }
})();
