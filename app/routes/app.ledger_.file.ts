import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { requireShop } from "#app/http/require-shop.server.ts";
import { exportAccount } from "#app/services/account/export-account.server.ts";

/** The account's file inside an answer of the signed page: a plain download link would carry no session token. */
export async function loader(args: LoaderFunctionArgs) {
  const { shop, deps } = await requireShop(args);
  const file = await exportAccount({ shop }, deps);
  if (!file) throw new Response(null, { status: 404 });
  return json({ text: JSON.stringify(file, null, 2) });
}
