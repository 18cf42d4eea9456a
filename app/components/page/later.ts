import { createElement, type FunctionComponent } from "react";

const all: (() => Promise<void>)[] = [];

/**
 * A component whose code comes after the page: its first picture is in the document already, and it comes alive when its
 * code is there. If that never comes, as after a release that replaced it, the picture stays. Needs `Suspense` around it.
 */
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
  all.push(start);
  // What React calls suspending: it keeps what stands there and asks again when the promise is fulfilled.
  return (props) => {
    if (loaded === null) throw start();
    return createElement(loaded, props);
  };
}

/** Fetches what the pages loaded so far may show later, so that it is at hand before the next page is opened. */
export const loadTheRest = (): void => {
  for (const start of all) void start();
};
