// Dragging a visit to another half-day opens the page on which it is moved, with the new day
// filled in: there the reason is asked. Without scripts the link "Move" leads to the same page.
const MOVE = 'a[href$="/move/"]';
let moved = null;

// one visit is moved by itself; where there are several or none yet, the whole inspection
function wayOf(stop) {
  const ways = [...stop.querySelectorAll(MOVE)];
  const visits = ways.filter((way) => way.pathname.includes("/visits/"));
  return visits.length === 1 ? visits[0] : ways.find((way) => !visits.includes(way));
}

function sessionOf(lane) {
  const half = (name) => lane.getAttribute("headers").includes(`lane-${name}`);
  if (half("morning") && half("afternoon")) return "whole_day";
  return half("morning") ? "morning" : "afternoon";
}

for (const stop of document.querySelectorAll(".days .stop")) {
  const way = wayOf(stop);
  if (!way) continue;
  stop.draggable = true;
  stop.addEventListener("dragstart", (event) => {
    moved = way.href;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/uri-list", way.href);
  });
  stop.addEventListener("dragend", () => { moved = null; });
}

for (const lane of document.querySelectorAll(".days td[headers]")) {
  const day = lane.closest("tbody").querySelector("time")?.dateTime;
  lane.addEventListener("dragover", (event) => {
    if (!moved || !day) return;
    event.preventDefault();
    lane.classList.add("drop");
  });
  lane.addEventListener("dragleave", () => lane.classList.remove("drop"));
  lane.addEventListener("drop", (event) => {
    if (!moved || !day) return;
    event.preventDefault();
    window.location.assign(`${moved}?day=${day}&session=${sessionOf(lane)}`);
  });
}
