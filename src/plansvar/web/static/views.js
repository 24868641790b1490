// The views beside the chat: fetched into the page, so that the conversation stays.
// Their addresses stand after the hash: "#/rows?year=2018".
import { announce, fragment } from "./page.js";
import { prepare } from "./tables.js";

const LOCAL = /^plansvar\/((?:rows|row|documents|check|about|source)(?:\?[^#]*)?)$/;
const views = () => document.getElementById("views");
const chat = () => document.querySelector("gradio-app");
let loading = null;

const target = () => /^#\/(.+)$/.exec(location.hash)?.[1] ?? null;

const mark = (name) => {
  for (const link of document.querySelectorAll(".top [data-view]")) {
    if (link.dataset.view === name && link.closest("nav")) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
};

const fetched = async (name) => {
  loading?.abort();
  loading = new AbortController();
  return (await fragment(`plansvar/${name}`, loading.signal)).html;
};

const display = async () => {
  const name = target();
  chat().hidden = Boolean(name);
  views().hidden = !name;
  document.querySelector(".skip").hidden = Boolean(name);
  mark(name ? name.split("?")[0].replace(/^row$/, "rows") : "chat");
  if (!name) return;
  try { views().innerHTML = await fetched(name); } catch { return; }
  prepare(views());
  const filters = views().querySelector(".filters details");
  if (filters && innerWidth > 800) filters.open = true;
  scrollTo(0, 0);
  const heading = views().querySelector("h1, .source-title");
  heading?.focus({ preventScroll: true });
  views().querySelector(".source-text mark")?.scrollIntoView({ block: "center" });
};

const go = (name) => {
  history.pushState(null, "", `${location.pathname}${location.search}${name ? `#/${name}` : ""}`);
  display();
};

// Only the results change, so that the field that is being used keeps its focus.
const filter = async (form) => {
  const values = [...new FormData(form)].filter(([, value]) => value !== "");
  const name = `rows?${new URLSearchParams(values)}`;
  history.replaceState(null, "", `${location.pathname}${location.search}#/${name}`);
  let html;
  try { html = await fetched(name); } catch { return; }
  const made = document.createElement("template");
  made.innerHTML = html;
  document.getElementById("results").replaceWith(made.content.getElementById("results"));
  prepare(views());
  announce(document.querySelector("#results .count").textContent);
};

const judge = async (form) => {
  const button = form.querySelector("button");
  button.disabled = true;
  const body = new URLSearchParams(new FormData(form));
  try {
    const answer = await fetch("plansvar/check", { method: "POST", body, headers: { "X-Plansvar-Fragment": "view" } });
    views().innerHTML = await answer.text();
    views().querySelector("#judged-heading")?.focus();
  } catch {
    button.disabled = false;
  }
};

let typing = null;
const later = (form) => { clearTimeout(typing); typing = setTimeout(() => filter(form), 250); };

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
  if (!link || !plain || link.target || event.defaultPrevented) return;
  if (link.dataset.view === "chat") { event.preventDefault(); go(""); return; }
  const found = LOCAL.exec(link.getAttribute("href"));
  if (found && (link.dataset.view || views().contains(link))) { event.preventDefault(); go(found[1]); }
});

document.addEventListener("submit", (event) => {
  if (event.target.matches("[data-draft]") && views().contains(event.target)) {
    event.preventDefault();
    judge(event.target);
  }
  if (event.target.matches("[data-filters]")) { event.preventDefault(); filter(event.target); }
});
document.addEventListener("change", (event) => {
  const form = event.target.closest("[data-filters]");
  if (form && event.target.matches("select")) filter(form);
});
document.addEventListener("input", (event) => {
  const form = event.target.closest("[data-filters]");
  if (form && event.target.matches("[type=search]")) later(form);
});

addEventListener("popstate", display);
if (target()) display();
