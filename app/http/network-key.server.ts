import type { AppLoadContext } from "@remix-run/node";
import "../load-context.ts";
import { pseudonym } from "#app/services/pseudonym.ts";
import { networkOf } from "./network-of.ts";

/** By what a network is counted: a keyed hash, from which no address can be read. */
export const networkKey = ({ clientAddress, container }: AppLoadContext): string =>
  pseudonym("network", networkOf(clientAddress), container.deps.settings);
