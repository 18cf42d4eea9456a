import { aLetter, aReport, type BounceSample, COPY_LINES, OWNER } from "./sample.ts";

const postfix = (
  name: string,
  verdict: BounceSample["verdict"],
  status: string,
  diagnostic: string,
): BounceSample => ({
  name: `Postfix: ${name}`,
  verdict,
  message: aReport({
    from: "MAILER-DAEMON@mail.settled.example (Mail Delivery System)",
    subject: "Undelivered Mail Returned to Sender",
    prose: ["This is the mail system at host mail.settled.example.", "", `<${OWNER}>: ${diagnostic}`],
    groups: [
      [
        "Reporting-MTA: dns; mail.settled.example",
        "X-Postfix-Queue-ID: 4F2A11C0",
        "Arrival-Date: Fri, 20 Nov 2026 10:00:00 +0000 (UTC)",
      ],
      [
        `Final-Recipient: rfc822; ${OWNER}`,
        `Original-Recipient: rfc822;${OWNER}`,
        "Action: failed",
        `Status: ${status}`,
        "Remote-MTA: dns; mx.acme.example",
        `Diagnostic-Code: ${diagnostic}`,
      ],
    ],
    copyType: "text/rfc822-headers",
  }),
});

export const POSTFIX: BounceSample[] = [
  postfix(
    "no such user in its table",
    "gone",
    "5.1.1",
    `smtp; 550 5.1.1 <${OWNER}>: Recipient address rejected: User unknown in relay recipient table`,
  ),
  postfix(
    "no such domain",
    "gone",
    "5.4.4",
    "X-Postfix; Host or domain name not found. Name service error for name=acme.example type=A: Host not found",
  ),
  postfix(
    "domain that takes no mail",
    "gone",
    "5.1.0",
    "X-Postfix; Domain acme.example does not accept mail (nullMX)",
  ),
  postfix(
    "address no greylist ever let in",
    "soft",
    "4.7.1",
    `smtp; 450 4.7.1 <${OWNER}>: Recipient address rejected: Greylisted`,
  ),
  postfix("full mailbox", "soft", "5.2.2", `smtp; 552 5.2.2 <${OWNER}>: user is over quota`),
  postfix(
    "our own server may not relay",
    "sender",
    "5.7.1",
    `smtp; 554 5.7.1 <${OWNER}>: Relay access denied`,
  ),
];

const exim = (name: string, verdict: BounceSample["verdict"], diagnostic: string | null): BounceSample => ({
  name: `Exim: ${name}`,
  verdict,
  message: aReport({
    from: "Mail Delivery System <Mailer-Daemon@mx.acme.example>",
    subject: "Mail delivery failed: returning message to sender",
    prose: [
      "This message was created automatically by mail delivery software.",
      `  ${OWNER}`,
      `    ${diagnostic ?? "could not be delivered"}`,
    ],
    groups: [
      ["Reporting-MTA: dns; mx.acme.example"],
      [
        "Action: failed",
        `Final-Recipient: rfc822;${OWNER}`,
        "Status: 5.0.0",
        ...(diagnostic ? ["Remote-MTA: dns; mx.acme.example", `Diagnostic-Code: ${diagnostic}`] : []),
      ],
    ],
  }),
});

export const EXIM: BounceSample[] = [
  exim("unrouteable address under 5.0.0", "gone", "smtp; 550 Unrouteable address"),
  exim("no such user, the server's own code", "gone", "smtp; 550 5.1.1 No such user here"),
  exim("no such user, in words alone", "gone", "smtp; 550 No Such User Here"),
  exim("mailbox full, the server's own code", "soft", "smtp; 552 5.2.2 mailbox full"),
  exim("nothing said", "soft", null),
  exim("sending limit", "sender", "smtp; 550 Too many messages from this IP address, please slow down"),
];

const exchange = (
  name: string,
  verdict: BounceSample["verdict"],
  status: string,
  diagnostic: string,
): BounceSample => ({
  name: `Exchange: ${name}`,
  verdict,
  message: aReport({
    from: "postmaster@acme.example",
    subject: "Undeliverable: Your impact.com account is still open",
    headers: ["X-MS-Exchange-Message-Is-Ndr:"],
    prose: ["Delivery has failed to these recipients or groups:", "", OWNER],
    groups: [
      [
        "Reporting-MTA: dns;DB9PR01MB1234.eurprd01.prod.exchangelabs.example",
        "Received-From-MTA: dns;mail.settled.example",
      ],
      [
        `Original-Recipient: rfc822;${OWNER}`,
        `Final-Recipient: rfc822;${OWNER}`,
        "Action: failed",
        `Status: ${status}`,
        `Diagnostic-Code: ${diagnostic}`,
        "X-Display-Name: Owner",
      ],
    ],
  }),
});

export const EXCHANGE: BounceSample[] = [
  exchange(
    "recipient not found",
    "gone",
    "5.1.10",
    "smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup",
  ),
  exchange(
    "domain does not exist",
    "gone",
    "5.4.310",
    "smtp;550 5.4.310 DNS domain acme.example does not exist [Message=InfoDomainNonexistent]",
  ),
  exchange(
    "not in the tenant",
    "gone",
    "5.4.1",
    `smtp;550 5.4.1 Recipient address rejected: Access denied. AS(201806281) [HE1EUR04FT003.eop-eur04.prod.protection.example]`,
  ),
  exchange(
    "mailbox full",
    "soft",
    "5.2.2",
    "smtp;554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException.MapiExceptionShutoffQuotaExceeded",
  ),
  exchange("expired", "soft", "4.4.7", "smtp;550 4.4.7 QUEUE.Expired; message expired"),
  exchange(
    "group takes members only",
    "sender",
    "5.7.133",
    "smtp;550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required; Delivery restriction check failed",
  ),
];

const gmail = (
  name: string,
  verdict: BounceSample["verdict"],
  status: string,
  diagnostic: string[],
): BounceSample => ({
  name: `Gmail: ${name}`,
  verdict,
  message: aReport({
    from: "Mail Delivery Subsystem <mailer-daemon@googlemail.com>",
    subject: "Delivery Status Notification (Failure)",
    headers: ["References: <5e771ed0123456789abcdef@settled.example>"],
    prose: ["** Message not delivered **"],
    groups: [
      ["Reporting-MTA: dns; googlemail.com", "Arrival-Date: Fri, 20 Nov 2026 02:00:00 -0800 (PST)"],
      [
        `Final-Recipient: rfc822; ${OWNER}`,
        "Action: failed",
        `Status: ${status}`,
        "Remote-MTA: dns; gmail-smtp-in.l.google.com.",
        `Diagnostic-Code: smtp; ${diagnostic.join("\r\n ")}`,
      ],
    ],
  }),
});

export const GMAIL: BounceSample[] = [
  gmail("no such account", "gone", "5.1.1", [
    "550-5.1.1 The email account that you tried to reach does not exist. Please try",
    "550-5.1.1 double-checking the recipient's email address for typos or",
    "550 5.1.1 unnecessary spaces. a1-2si3.45 - gsmtp",
  ]),
  gmail("account inactive", "gone", "5.2.1", [
    "550-5.2.1 The email account that you tried to reach is inactive.",
    "550 5.2.1 a1-2si3.45 - gsmtp",
  ]),
  gmail("too much mail for the account, under the code of a disabled one", "sender", "5.2.1", [
    "550-5.2.1 The user you are trying to contact is receiving mail at a rate that",
    "550-5.2.1 prevents additional messages from being delivered. a1-2si3.45 - gsmtp",
  ]),
  gmail("storage used up", "soft", "5.2.2", [
    "552-5.2.2 The recipient's inbox is out of storage space and inactive.",
    "552 5.2.2 a1-2si3.45 - gsmtp",
  ]),
  gmail("our mail is not authenticated", "sender", "5.7.26", [
    "550-5.7.26 Your email has been blocked because the sender is unauthenticated.",
  ]),
];

const qmail = (name: string, verdict: BounceSample["verdict"], said: string[]): BounceSample => ({
  name: `qmail: ${name}`,
  verdict,
  message: aLetter("MAILER-DAEMON@mx.acme.example", [
    "Hi. This is the qmail-send program at mx.acme.example.",
    "I'm afraid I wasn't able to deliver your message to the following addresses.",
    "This is a permanent error; I've given up. Sorry it didn't work out.",
    "",
    `<${OWNER}>:`,
    ...said,
    "",
    "--- Below this line is a copy of the message.",
    "",
    "Return-Path: <notices@settled.example>",
    ...COPY_LINES,
  ]),
});

export const QMAIL: BounceSample[] = [
  qmail("no mailbox of that name", "gone", ["Sorry, no mailbox here by that name. (#5.1.1)"]),
  qmail("no such host", "gone", ["Sorry, I couldn't find any host named acme.example. (#5.1.2)"]),
  qmail("no code, the other server's words", "gone", [
    "192.0.2.7 does not like recipient.",
    "Remote host said: 550 sorry, no such user",
    "Giving up on 192.0.2.7.",
  ]),
  qmail("account over quota", "soft", ["The users mailfolder is over the allowed quota (size). (#5.2.2)"]),
  qmail("tried for days", "soft", [
    "Sorry, I wasn't able to establish an SMTP connection. (#4.4.1)",
    "I'm not going to try again; this message has been in the queue too long.",
  ]),
];
