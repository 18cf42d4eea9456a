import { useFetcher, useFetchers, useNavigation } from "@remix-run/react";
import { useEffect, useRef } from "react";

type Places = { hasFees: boolean };

/** The forms after which the account may be of another kind, and with it the places of the navigation. */
const CHANGES_KIND: readonly (string | undefined)[] = [
  "/app/setup/connect",
  "/app/setup",
  "/app/close/route",
];

/**
 * The places of the navigation. They come with the page, and again after a form that may change them, by a request of
 * their own: the page's language and messages stay as the admin asked for them.
 */
export function usePlaces(first: Places): Places {
  const places = useFetcher<Places>({ key: "places" });
  const sent = [useNavigation(), ...useFetchers()].some(({ formAction }) =>
    CHANGES_KIND.includes(formAction?.split("?")[0]),
  );
  const wasSent = useRef(false);
  useEffect(() => {
    if (wasSent.current && !sent) places.load("/app/places");
    wasSent.current = sent;
  }, [sent, places.load]);
  return places.data ?? first;
}
