import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "smol-toml";
import { z } from "zod";

const FILE = fileURLToPath(new URL("../../shopify.app.toml", import.meta.url));

const appFile = z
  .object({
    handle: z.string().min(1),
    application_url: z.url(),
    webhooks: z.object({
      subscriptions: z.array(
        z.object({
          topics: z.array(z.string()).default([]),
          compliance_topics: z.array(z.string()).default([]),
          uri: z.string(),
        }),
      ),
    }),
  })
  .transform(({ handle, application_url, webhooks }) => ({
    handle,
    applicationUrl: application_url,
    /** Where each topic goes, as the file has it. */
    uris: new Map(
      webhooks.subscriptions.flatMap(({ topics, compliance_topics, uri }) =>
        [...topics, ...compliance_topics].map((topic) => [topic, uri] as const),
      ),
    ),
  }));

/** The app as Shopify knows it after a deploy. */
export type DeclaredApp = z.infer<typeof appFile>;

/** Reads `shopify.app.toml`. */
export const readDeclaredApp = (toml = readFileSync(FILE, "utf8")): DeclaredApp => appFile.parse(parse(toml));

/** Path of `application_url`, without a slash at its end; empty for an app at the root of its host. */
export const applicationPath = ({ applicationUrl }: DeclaredApp): string =>
  new URL(applicationUrl).pathname.replace(/\/+$/, "");

/**
 * What the admin loads for the path behind the app's handle: `application_url` as it stands with the path after it. The
 * sandbox puts the local app's origin in the place of the declared one, and nothing else.
 */
export function pageAddress(app: DeclaredApp, origin: string, behindHandle: string): URL {
  const url = new URL(origin);
  const [path = "", ...query] = behindHandle.split("?");
  // Put in piece by piece: a path that begins with two slashes must not become another host.
  url.pathname = `${path === "" ? new URL(app.applicationUrl).pathname : applicationPath(app)}${path}`;
  url.search = query.join("?");
  return url;
}

/**
 * Where a topic's webhooks go: a `uri` that begins with a slash stands behind `application_url`. Null for a topic that is
 * not subscribed to, which Shopify does not send, and for an address outside the app.
 */
export function webhookAddress(app: DeclaredApp, origin: string, topic: string): string | null {
  const uri = app.uris.get(topic);
  if (uri?.startsWith("/")) return new URL(`${applicationPath(app)}${uri}`, origin).href;
  const own = new URL(app.applicationUrl).origin;
  if (!uri || !URL.canParse(uri) || new URL(uri).origin !== own) return null;
  const { pathname, search } = new URL(uri);
  return new URL(`${pathname}${search}`, origin).href;
}
