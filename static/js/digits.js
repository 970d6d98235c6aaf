// Answers from paper: one digit more than which none can follow goes on to the next question by itself.
(() => {
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
