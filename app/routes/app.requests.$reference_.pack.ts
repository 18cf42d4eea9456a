import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { requireShop } from "#app/http/require-shop.server.ts";
import { buildPack } from "#app/services/evidence/build-pack.server.ts";

/** The pack inside an answer of the signed page: a plain download link would carry no session token. */
export async function loader(args: LoaderFunctionArgs) {
  const { shop, deps } = await requireShop(args);
  const pack = await buildPack({ shop, reference: args.params.reference ?? "" }, deps);
  if (!pack) throw new Response(null, { status: 404 });
  const { fileName, fingerprint, zip } = pack;
  return json({ fileName, fingerprint, base64: Buffer.from(zip).toString("base64") });
}
