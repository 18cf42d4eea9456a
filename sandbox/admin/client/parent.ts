// The admin page's side of App Bridge: what the app's frame asks for happens here, outside the frame.
import type { ParentSettings } from "../pages/app-page.ts";
import { adminTarget, appPathToAdmin } from "./admin-target.ts";
import type { AdminMessage, BarButton, CallMessage, Calls } from "./protocol.ts";

function element<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`The page has no #${id} of the expected kind`);
  return found;
}
const $ = (id: string) => element(id, HTMLElement);

const frame = element("app", HTMLIFrameElement);
const settings: ParentSettings = JSON.parse(frame.dataset.settings ?? "");
const leaveDialog = element("leave", HTMLDialogElement);

const post = (message: AdminMessage) => frame.contentWindow?.postMessage(message, settings.appOrigin);

function showButtons(box: HTMLElement, buttons: readonly BarButton[]): void {
  box.replaceChildren(
    ...buttons.map(({ key, text, primary, disabled }) => {
      const button = document.createElement("button");
      button.textContent = text;
      button.disabled = disabled;
      button.className = primary ? "button primary" : "button";
      button.addEventListener("click", () => post({ settledBridge: "press", key }));
      return button;
    }),
  );
}

function mayLeave(): Promise<boolean> {
  if ($("save-bar").hidden) return Promise.resolve(true);
  leaveDialog.returnValue = "stay";
  leaveDialog.showModal();
  return new Promise((resolve) => {
    const decide = () => {
      const leave = leaveDialog.returnValue === "leave";
      if (leave) $("save-bar").hidden = true;
      resolve(leave);
    };
    leaveDialog.addEventListener("close", decide, { once: true });
  });
}

let appPath = "";
/** The app's first page, as its navigation names it. */
let appHome = "/";
function markCurrent(): void {
  const links = [...$("app-nav").querySelectorAll("a")];
  const current = links
    .filter((a) => appPath.split("?")[0]?.startsWith(a.dataset.href ?? ""))
    .sort((a, b) => (b.dataset.href ?? "").length - (a.dataset.href ?? "").length)[0];
  for (const a of links) {
    if (a === current) a.setAttribute("aria-current", "page");
    else a.removeAttribute("aria-current");
  }
}

let toastTimer = 0;
const hideToast = () => {
  $("toast").hidden = true;
};

const handlers: Calls = {
  async idToken() {
    const answer = await fetch(`${settings.storeBase}/session-token`, { cache: "no-store" });
    // Uninstalled in another tab: the whole page has to change, not just the frame.
    if (answer.status === 409) location.reload();
    if (!answer.ok) throw new Error("Session token could not be retrieved");
    return answer.text();
  },
  user: () => settings.user,
  toast({ message, isError, duration }) {
    const [label] = $("toast").children;
    if (label) label.textContent = message;
    $("toast").classList.toggle("error", isError);
    $("toast").hidden = false;
    clearTimeout(toastTimer);
    toastTimer = window.setTimeout(hideToast, duration);
  },
  hideToast,
  nav({ home, items }) {
    appHome = home;
    $("app-nav").replaceChildren(
      ...items.map(({ href, text }) => {
        const a = document.createElement("a");
        a.textContent = text;
        a.dataset.href = href;
        a.href = appPathToAdmin(href, settings) ?? href;
        a.addEventListener("click", async (event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          if (await mayLeave()) post({ settledBridge: "navigate", href });
        });
        return a;
      }),
    );
    markCurrent();
  },
  title({ title, buttons }) {
    $("title").textContent = title || "Settled";
    showButtons($("title-buttons"), buttons);
  },
  saveBar({ shown, buttons }) {
    $("save-bar").hidden = !shown;
    showButtons($("save-buttons"), buttons);
  },
  mayLeave,
  path({ path }) {
    const url = appPathToAdmin(path, settings);
    if (!url) return;
    appPath = path;
    history.replaceState(null, "", url);
    for (const field of document.querySelectorAll("[data-return]")) field.setAttribute("value", url);
    markCurrent();
  },
  redirect({ url, newTab }) {
    const target = adminTarget(url, settings);
    if (newTab) window.open(target, "_blank", "noopener");
    else location.assign(target);
  },
  loading({ on }) {
    $("loading").hidden = !on;
  },
};

const isCall = (data: unknown): data is CallMessage =>
  typeof data === "object" &&
  data !== null &&
  "settledBridge" in data &&
  data.settledBridge === "call" &&
  "method" in data &&
  typeof data.method === "string" &&
  Object.hasOwn(handlers, data.method);

addEventListener("message", async ({ data, origin, source }: MessageEvent<unknown>) => {
  if (origin !== settings.appOrigin || source !== frame.contentWindow || !isCall(data)) return;
  // Each handler takes the arguments that the frame's typed `call` sends with its method.
  const handle = handlers[data.method] as (args: unknown) => unknown;
  try {
    post({ settledBridge: "reply", id: data.id, value: await handle(data.args) });
  } catch (cause) {
    post({
      settledBridge: "failure",
      id: data.id,
      reason: cause instanceof Error ? cause.message : "failed",
    });
  }
});

/** The app's own name in the navigation leads to its first page without loading everything again. */
document.querySelector(".app-link")?.addEventListener("click", (event) => {
  event.preventDefault();
  mayLeave().then((leave) => leave && post({ settledBridge: "navigate", href: appHome }));
});

document.addEventListener("click", async (event) => {
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (event.defaultPrevented || !(link instanceof HTMLAnchorElement) || $("save-bar").hidden) return;
  event.preventDefault();
  if (await mayLeave()) location.assign(link.href);
});
// Forms of the page, reload and closing the tab: the browser asks in its own words.
addEventListener("beforeunload", (event) => {
  if (!$("save-bar").hidden) event.preventDefault();
});

$("toast").querySelector("button")?.addEventListener("click", hideToast);
