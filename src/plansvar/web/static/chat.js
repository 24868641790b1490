// Asking, and adding each turn to the log. The server keeps the conversation; this keeps the view.
import { announce, copy, fragment, show, words } from "./page.js";

const PATIENCE = 10_000; // milliseconds

const field = () => document.querySelector("#question textarea");
const button = (id) => document.querySelector(`#${id}`);
const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
const talking = (yes) => document.body.classList.toggle("talking", yes);
const waiting = (yes) => document.body.classList.toggle("waiting", yes);

export const ask = async (question) => {
  const text = field();
  text.value = question;
  text.dispatchEvent(new Event("input", { bubbles: true }));
  await frame();
  button("ask").click();
};

const complain = (line) => {
  const place = document.getElementById("line");
  place.textContent = line ?? "";
  place.hidden = !line;
};

document.addEventListener("plansvar:turn", ({ detail }) => {
  if (!detail) return;
  waiting(false);
  complain(detail.problem);
  if (detail.spoken) announce(detail.spoken);
  if (detail.cleared) clear();
  if (detail.html && !document.getElementById(detail.id)) add(detail);
});

const add = (detail) => {
  const log = document.getElementById("log");
  log.insertAdjacentHTML("beforeend", detail.html);
  talking(true);
  const turn = document.getElementById(detail.id);
  document.dispatchEvent(new CustomEvent("plansvar:added", { detail: turn }));
  show(turn);
};

const clear = () => {
  document.getElementById("log").replaceChildren();
  talking(false);
  history.replaceState(null, "", location.pathname + location.search);
  document.dispatchEvent(new CustomEvent("plansvar:cleared"));
  field().focus();
};

document.addEventListener("click", (event) => {
  const target = event.target.closest("button");
  if (!target) return;
  if (target.matches(".ask-this")) ask(target.textContent.trim());
  if (target.id === "ask") waiting(Boolean(field().value.trim()));
  if (target.id === "stop") waiting(false);
  if (target.matches("[data-feedback]")) judge(target);
  if (target.matches("[data-share]")) share(target);
  if (target.matches("[data-copy]")) copy(asText(target.closest(".turn")), target);
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && event.target === field()) {
    waiting(Boolean(field().value.trim()));
  }
});

const asked = (turn) => turn.querySelector(".question").lastChild.textContent.trim();

// After the hash, so that no question reaches a server's log.
const share = (target) => {
  const link = new URL(location.pathname, location.origin);
  link.hash = `q=${encodeURIComponent(asked(target.closest(".turn")))}`;
  copy(link.href, target);
};

// Only where staff ask: the buttons are missing in public mode.
const judge = async (target) => {
  const turn = target.closest(".turn");
  const body = JSON.stringify({ verdict: target.dataset.feedback, question: asked(turn), answer: asText(turn) });
  const group = target.parentElement;
  let kept = false;
  try {
    kept = (await fetch("plansvar/feedback", { method: "POST", headers: { "Content-Type": "application/json" }, body })).ok;
  } catch { /* said below */ }
  group.textContent = kept ? words().thanks : words().notKept;
  announce(group.textContent);
};

const asText = (turn) => {
  const lines = [asked(turn), ""];
  for (const block of turn.querySelectorAll(".answer p, .answer li, .answer tr")) {
    const cells = block.matches("tr") ? [...block.cells] : [block];
    lines.push(cells.map(withMarks).join("\t"));
  }
  const sources = turn.querySelectorAll(".sources li");
  if (sources.length) lines.push("");
  for (const source of sources) {
    const path = source.querySelector(".path")?.textContent;
    const name = source.querySelector(".source-link").textContent;
    lines.push(`[${source.value}] ${[name, path].filter(Boolean).join(", ")}: ”${source.querySelector("q").textContent}”`);
  }
  return lines.join("\n");
};

const withMarks = (element) => {
  const clone = element.cloneNode(true);
  for (const chip of clone.querySelectorAll(".chip")) chip.textContent = `[${chip.dataset.source}]`;
  return clone.textContent.replace(/\s+/g, " ").trim();
};

// On a slow machine the page may not listen yet when the first click comes: ask once more then.
const fromLink = (again = true) => {
  const found = /^#q=(.+)$/.exec(location.hash);
  if (!found) return;
  try { ask(decodeURIComponent(found[1])); } catch { return; /* not a question */ }
  const unheard = () => !document.querySelector(".turn") && document.getElementById("line").hidden;
  if (again) setTimeout(() => unheard() && fromLink(false), PATIENCE);
};

const begin = async () => {
  while (!field() || !document.getElementById("start")) await frame();
  const place = document.getElementById("start");
  place.innerHTML = (await fragment("plansvar/start")).html;
  place.removeAttribute("aria-busy");
  field().setAttribute("enterkeyhint", "send");
  fromLink();
  window.addEventListener("hashchange", () => fromLink());
};

begin();
