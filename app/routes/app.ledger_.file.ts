import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileAnswer } from "#app/http/file-answer.ts";
import { requireShop } from "#app/http/require-shop.server.ts";
import { inTurn } from "#app/http/turns.ts";
import { exportAccount } from "#app/services/account/export-account.server.ts";

/** The account's file, sent while it is written. */
export async function loader(args: LoaderFunctionArgs) {
  const { shop, deps, turns } = await requireShop(args);
  return inTurn({ turns, shop, request: args.request }, async (sent) => {
    const file = await exportAccount({ shop }, deps);
    if (!file) throw new Response(null, { status: 404 });
    return fileAnswer(sent(file), { name: "account-file.json", type: "application/json" });
  });
}
