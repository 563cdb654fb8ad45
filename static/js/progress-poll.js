// Asks for the progress fragment again until it no longer says where to ask; then the page is read anew.
const PAUSE = 1500;
const LONGEST = 15000;

export function poll(box, pause = PAUSE) {
  setTimeout(async () => {
    try {
      const answer = await fetch(box.dataset.poll, { headers: { "X-Requested-With": "fetch" }, credentials: "same-origin" });
      if (!answer.ok) throw new Error(answer.status);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelector(".progress-box");
      if (!fresh?.dataset.poll) { window.location.reload(); return; }
      box.replaceChildren(...fresh.childNodes);
      poll(box, PAUSE);
    } catch {
      poll(box, Math.min(pause * 2, LONGEST));
    }
  }, pause);
}
