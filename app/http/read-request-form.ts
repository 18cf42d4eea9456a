/** The reviewed request as the form sends it. Browsers send line ends as CRLF; a mail wants its own. */
export function readRequestForm(data: FormData): { subject: string; body: string; reason: string | null } {
  const text = (name: string) => String(data.get(name) ?? "").replace(/\r\n/g, "\n");
  const reason = text("reason").trim();
  const body = text("body");
  return { subject: text("subject").trim(), body, reason: reason === "" ? null : reason };
}
