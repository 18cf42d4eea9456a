import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileAnswer } from "#app/http/file-answer.ts";
import { requireShop } from "#app/http/require-shop.server.ts";
import { inTurn } from "#app/http/turns.ts";
import { buildPack } from "#app/services/evidence/build-pack.server.ts";

/** The pack, sent as it is made; its fingerprint goes ahead of it. */
export async function loader(args: LoaderFunctionArgs) {
  const { shop, deps, turns } = await requireShop(args);
  return inTurn({ turns, shop, request: args.request }, async (sent) => {
    const pack = await buildPack({ shop, reference: args.params.reference ?? "" }, deps);
    if (!pack) throw new Response(null, { status: 404 });
    const file = { name: pack.fileName, type: "application/zip" };
    return fileAnswer(sent(pack.zip), file, { "x-settled-fingerprint": pack.fingerprint });
  });
}
