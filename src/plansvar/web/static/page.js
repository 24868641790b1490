// What the other modules share.
export const fragment = async (link, signal, place = "view") => {
  const answer = await fetch(link, { headers: { "X-Plansvar-Fragment": place }, signal, credentials: "same-origin" });
  return { ok: answer.ok, html: await answer.text() };
};

export const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

// A long way is jumped: gliding past many answers takes seconds.
export const show = (element) => {
  const far = Math.abs(element.getBoundingClientRect().top) > 2 * innerHeight;
  element.scrollIntoView({ behavior: calm() || far ? "auto" : "smooth", block: "start" });
};

export const announce = (line) => {
  const place = document.getElementById("announcer");
  if (!place) return;
  place.textContent = "";
  requestAnimationFrame(() => { place.textContent = line; });
};

export const words = () => document.getElementById("words")?.dataset ?? {};

export const copy = async (text, button) => {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
    button.focus();
  }
  const label = button.textContent;
  button.textContent = words().copied;
  announce(words().copied);
  setTimeout(() => { button.textContent = label; }, 2000);
};
