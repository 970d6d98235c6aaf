// Signing out takes everything kept on this device with it.
for (const form of document.querySelectorAll('form[action$="/sign-out"]')) {
  form.addEventListener("submit", () => window.indexedDB?.deleteDatabase("groupwork"));
}
