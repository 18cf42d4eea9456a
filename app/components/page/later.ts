import { createElement, type FunctionComponent, type ReactElement, useEffect, useState } from "react";

type Fetched = { start: () => Promise<void>; isHere: () => boolean };

const all: Fetched[] = [];

/** A component whose code comes after the page, in the browser; `Later` stands around it. */
export function later<Props extends object>(
  load: () => Promise<FunctionComponent<Props>>,
): FunctionComponent<Props> {
  let loaded: FunctionComponent<Props> | null = null;
  let loading: Promise<void> | null = null;
  const start = () => {
    loading ??= load().then(
      (component) => {
        loaded = component;
      },
      () => new Promise<void>(() => undefined),
    );
    return loading;
  };
  const show = (props: Props) => {
    if (loaded === null) throw new Error("A part that is fetched later needs Later around it.");
    return createElement(loaded, props);
  };
  const fetched = Object.assign(show, { start, isHere: () => loaded !== null });
  all.push(fetched);
  return fetched;
}

/**
 * Around a part that is fetched later. What the server sent stays as it is until the code is there, whatever else changes
 * on the page, and is then replaced by the living part. If the code never comes, as after a release that replaced it, the
 * picture stays. Not `Suspense`: that throws the server's picture away when the page changes before the code is there.
 */
export function Later({ children }: { children: ReactElement }) {
  // On the server, and wherever the part is the real one, there is nothing to fetch.
  const { start, isHere } = children.type as Partial<Fetched>;
  const [isReady, setReady] = useState(!start || !isHere || isHere());
  useEffect(() => {
    if (isReady || !start) return;
    let isShown = true;
    void start().then(() => isShown && setReady(true));
    return () => {
      isShown = false;
    };
  }, [isReady, start]);
  return isReady
    ? createElement("div", { key: "alive", className: "later" }, children)
    : createElement("div", {
        key: "picture",
        className: "later",
        suppressHydrationWarning: true,
        // biome-ignore lint/security/noDangerouslySetInnerHtml: nothing is set; React then leaves what the server sent alone
        dangerouslySetInnerHTML: { __html: "" },
      });
}

/** Fetches what the pages loaded so far may show later, so that it is at hand before the next page is opened. */
export const loadTheRest = (): void => {
  for (const { start } of all) void start();
};
