import express, { type Request, type Response, type Router } from "express";
import type { Temporal } from "temporal-polyfill";
import { returnPath } from "#sandbox/admin/form.ts";
import { pageContext } from "#sandbox/admin/pages/context.ts";
import { html } from "#sandbox/ui/html.ts";
import { type Faults, faultMode } from "./faults.ts";
import { mailListPage } from "./pages/list-page.ts";
import { messagePage } from "./pages/message-page.ts";
import type { Mail, MailStore } from "./store.ts";
import { mailText } from "./text.ts";

/** Mail content may show itself and open links in a new tab, nothing else. */
const mailPolicy =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'";

const jsonOf = ({ entry, email }: Mail) => ({
  ...entry,
  text: email.text ?? null,
  html: email.html ?? null,
  headers: email.headers.map(({ key, value }) => ({ key, value })),
  attachments: email.attachments.map(({ filename, mimeType }) => ({ filename, mimeType })),
});

export interface MailboxRouterDeps {
  readonly store: MailStore;
  readonly faults: Faults;
  readonly clock: { now(): Temporal.Instant };
}

/** The mailbox's pages and its JSON for tests, mounted at `/mailbox`. */
export function mailboxRouter({ store, faults, clock }: MailboxRouterDeps): Router {
  const router = express.Router();
  const recipient = (req: Request) => (typeof req.query.to === "string" && req.query.to) || undefined;

  router.get("/", (req, res) => {
    const to = recipient(req);
    const list = { entries: store.list(to), recipients: store.recipients(), to, fault: faults.mode };
    res.send(mailListPage(pageContext(req, clock.now()), list));
  });

  router.get("/messages.json", (req, res, next) => {
    Promise.all(store.list(recipient(req)).map((e) => store.open(e.id))).then(
      (mails) => res.json(mails.filter((m) => m !== undefined).map(jsonOf)),
      next,
    );
  });

  const message = (path: string, answer: (mail: Mail, req: Request, res: Response) => void) =>
    router.get(path, (req, res, next) => {
      store.open(req.params.id ?? "").then((mail) => {
        if (mail) return answer(mail, req, res);
        const { t } = pageContext(req, clock.now());
        res.status(404).type("text/plain").send(mailText(t.locale)("notFound"));
      }, next);
    });

  message(
    "/messages/:id",
    (mail, req, res) => void res.send(messagePage(pageContext(req, clock.now()), mail)),
  );
  message("/messages/:id/html", ({ email }, _req, res) => {
    res
      .set({ "Content-Security-Policy": mailPolicy, "Referrer-Policy": "no-referrer" })
      .type("html")
      .send(`${html`<base target="_blank">`.safeHtml}${email.html ?? ""}`);
  });
  message("/messages/:id/source.eml", ({ raw }, _req, res) => {
    res.attachment("message.eml").type("message/rfc822").send(raw);
  });
  message("/messages/:id/attachments/:index", ({ email }, req, res) => {
    const attachment = email.attachments[Number(req.params.index)];
    if (!attachment) return void res.sendStatus(404);
    const { content, filename } = attachment;
    // Always a download: a stranger's file must not run as a page of this server.
    res
      .attachment(filename ?? "attachment")
      .type("application/octet-stream")
      .send(typeof content === "string" ? Buffer.from(content) : Buffer.from(new Uint8Array(content)));
  });

  router.post("/faults", express.urlencoded({ extended: false }), express.json(), (req, res) => {
    const mode = faultMode.safeParse(req.body.mode);
    if (!mode.success)
      return void res.status(400).json({ error: `mode is one of: ${faultMode.options.join(", ")}` });
    faults.mode = mode.data;
    if (req.is("application/x-www-form-urlencoded")) res.redirect(303, returnPath(req));
    else res.json({ mode: faults.mode });
  });
  return router;
}
