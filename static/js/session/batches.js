// What goes to the server together: in the order of writing, as much as one sending bears.
(() => {
  const MOST = { entries: 100, letters: 200_000 };
  // What was not taken together (`alone`, by name) goes one by one.
  const next = (names, alone, entry) => {
    const waiting = names.slice(0, MOST.entries);
    const place = waiting.findIndex((name) => alone.has(name));
    const together = waiting.slice(0, place < 0 ? undefined : Math.max(place, 1)).map(entry);
    let letters = 0;
    const batch = together.filter(({ value, base }) => (letters += value.length + base.length) <= MOST.letters);
    return batch.length ? batch : together.slice(0, 1);
  };
  // What is far too long is not even sent: servers, and the machines before them, hang up on it.
  const tooLong = (value, longest) => {
    if (value.length <= 2 * longest) return "";
    const [most, count] = [longest, value.length].map((number) => number.toLocaleString("en-US"));
    return `A text here holds at most ${most} characters; this one has ${count}.`;
  };
  window.SessionBatches = {
    next, tooLong,
    TOO_LARGE: "This is more than can be saved at once: shorten it. It is kept on this device.",
    NOT_TAKEN: "This holds a character that cannot be saved. It is kept on this device.",
  };
})();
