// <button data-copy="#id" hidden> puts the text or the value of that element on the clipboard and says so.
for (const button of document.querySelectorAll("[data-copy]")) {
  const source = document.querySelector(button.dataset.copy);
  if (!source || !navigator.clipboard) continue;
  const label = button.querySelector("[data-copy-label]") ?? button;
  const words = label.textContent;
  label.setAttribute("aria-live", "polite");
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(source.value ?? source.textContent.trim());
      label.textContent = "Copied";
    } catch {
      label.textContent = "Not copied: select the text and copy it";
    }
    setTimeout(() => { label.textContent = words; }, 3000);
  });
}
