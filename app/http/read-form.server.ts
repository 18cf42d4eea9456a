import { cleanText } from "#app/domain/index.ts";

/**
 * The form of a request, with every text clean. Throws a 400 for what is no form, or holds a file: no form of ours
 * sends one.
 */
export async function readForm(request: Request): Promise<FormData> {
  const given = await request.formData().catch(() => null);
  if (given === null) throw new Response(null, { status: 400 });
  const form = new FormData();
  for (const [name, value] of given) {
    if (typeof value !== "string") throw new Response(null, { status: 400 });
    form.append(cleanText(name), cleanText(value));
  }
  return form;
}
