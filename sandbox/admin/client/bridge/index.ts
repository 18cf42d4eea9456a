// Stand-in for https://cdn.shopify.com/shopifycloud/app-bridge.js in the local sandbox. It runs while the
// document is being read, because the app's React code expects `window.shopify` before it starts.
import { connectToAdmin } from "./admin-link.ts";
import { shopifyGlobal } from "./api.ts";
import { authenticateFetch } from "./authenticated-fetch.ts";
import { press } from "./buttons.ts";
import { watchSaveBarForms } from "./form-save-bar.ts";
import { defineMirroredElements } from "./mirrored-elements.ts";
import { defineModal } from "./modal.ts";
import { followNavigation, navigateInApp, reloadWithToken } from "./navigation.ts";
import { defineSaveBar } from "./save-bar.ts";
import { adoptStyles } from "./styles.ts";

const script = document.currentScript;
if (!(script instanceof HTMLScriptElement)) throw new Error("app-bridge.js must be a plain, blocking script");
// The sandbox serves both this file and the page around the frame, so they share an origin.
const adminOrigin = new URL(script.src).origin;
const query = new URLSearchParams(location.search);

/** A value of the first URL, kept for the documents that follow in this frame. */
function remembered(name: string): string {
  const given = query.get(name);
  if (given) sessionStorage.setItem(`app-bridge:${name}`, given);
  return given ?? sessionStorage.getItem(`app-bridge:${name}`) ?? "";
}

const meta = document.querySelector('meta[name="shopify-api-key"]');
const config = {
  apiKey: script.dataset.apiKey ?? meta?.getAttribute("content") ?? "",
  shop: remembered("shop"),
  host: remembered("host"),
  locale: remembered("locale") || "en",
};

if (window.parent === window) {
  // Opened outside the admin: the real App Bridge goes there, to the same page.
  const store = config.shop.replace(/\.myshopify\.com$/, "");
  location.replace(
    store ? `${adminOrigin}/store/${store}/apps/${config.apiKey}${location.pathname}` : adminOrigin,
  );
} else {
  const call = connectToAdmin(adminOrigin, { navigate: navigateInApp, press });
  Object.assign(window, { shopify: shopifyGlobal(call, config) });
  adoptStyles();
  authenticateFetch(call);
  defineMirroredElements(call);
  defineSaveBar(call);
  defineModal();
  watchSaveBarForms(call);
  followNavigation(call);
  void reloadWithToken(call);
}
