import type { Call } from "./admin-link.ts";
import type { Showable } from "./save-bar.ts";

const isShowable = (element: Element | null): element is Showable =>
  element instanceof HTMLElement && "show" in element && "hide" in element && "showing" in element;

const withId = (id: string, act: (element: Showable) => Promise<void>) => {
  const element = document.getElementById(id);
  return isShowable(element) ? act(element) : Promise.resolve();
};

const byId = () => ({
  show: (id: string) => withId(id, (e) => e.show()),
  hide: (id: string) => withId(id, (e) => e.hide()),
  toggle: (id: string) => withId(id, (e) => (e.showing ? e.hide() : e.show())),
});

export interface BridgeConfig {
  readonly apiKey: string;
  readonly shop: string;
  readonly host: string;
  readonly locale: string;
}

/** The `shopify` global. What the sandbox has no counterpart for answers as a merchant who declines would. */
export function shopifyGlobal(call: Call, config: BridgeConfig) {
  let lastToast = 0;
  return {
    config,
    origin: location.origin,
    ready: Promise.resolve(),
    environment: { mobile: false, embedded: true, pos: false, intent: false },
    idToken: () => call("idToken", {}),
    user: async () => {
      const { id, name, isOwner } = await call("user", {});
      return { id: Number(id), name, accountAccess: isOwner ? "account owner" : "full" };
    },
    toast: {
      show(message: string, options: { isError?: boolean; duration?: number } = {}): string {
        call("toast", { message, isError: options.isError ?? false, duration: options.duration ?? 5000 });
        lastToast += 1;
        return `toast-${lastToast}`;
      },
      hide: () => void call("hideToast", {}),
    },
    loading: (on = true) => void call("loading", { on }),
    modal: byId(),
    saveBar: {
      ...byId(),
      /** Resolves when the page may be left; stays open while the person keeps editing. */
      leaveConfirmation: () =>
        new Promise<void>((resolve) => {
          call("mayLeave", {}).then((leave) => {
            if (leave) resolve();
          });
        }),
    },
    scopes: {
      query: async () => ({ granted: [], required: [], optional: [] }),
      request: async () => ({ result: "declined-all", detail: { granted: [], required: [], optional: [] } }),
      revoke: async () => ({ detail: { granted: [], required: [], optional: [] } }),
    },
    resourcePicker: async () => undefined,
    picker: async () => ({ selected: Promise.resolve(undefined) }),
    reviews: {
      request: async () => ({ success: false, code: "merchant-ineligible", message: "Not in the sandbox" }),
    },
    webVitals: { onReport: async () => {} },
    support: { registerHandler: async () => {} },
    intents: { register: () => () => {} },
    app: { extensions: async () => [] },
  };
}
