import { aLetterWithCopy, aReport, type BounceSample, OWNER } from "./sample.ts";

/** As the sender's own server reports what the provider said; without `status` the field is missing. */
const relayed = (
  provider: string,
  {
    name,
    verdict,
    status,
    said,
  }: { name: string; verdict: BounceSample["verdict"]; status: string | null; said: string },
): BounceSample => ({
  name: `${provider}: ${name}`,
  verdict,
  message: aReport({
    from: "Mail Delivery System <MAILER-DAEMON@mail.settled.example>",
    prose: [`host said: ${said}`],
    groups: [
      ["Reporting-MTA: dns; mail.settled.example"],
      [
        `Final-Recipient: rfc822; ${OWNER}`,
        "Action: failed",
        ...(status === null ? [] : [`Status: ${status}`]),
        `Diagnostic-Code: smtp; ${said}`,
      ],
    ],
  }),
});

/** As the provider itself writes back, in words for people. */
const letter = (
  name: string,
  verdict: BounceSample["verdict"],
  from: string,
  type: string,
  lines: string[],
): BounceSample => ({
  name,
  verdict,
  message: aLetterWithCopy(from, type, lines),
});

const HELP = "http://service.mail.qq.com/cgi-bin/help?id=20022";

export const QQ: BounceSample[] = [
  relayed("QQ", {
    name: "no such mailbox under 5.0.0",
    verdict: "gone",
    status: "5.0.0",
    said: `550 Mailbox not found. ${HELP}`,
  }),
  relayed("QQ", {
    name: "no such mailbox, no Status",
    verdict: "gone",
    status: null,
    said: `550 Mailbox not found. ${HELP}`,
  }),
  letter("QQ: letter that repeats the reply", "gone", "PostMaster@qq.com", "text/html", [
    "<html><body><p>很抱歉您发送的邮件被退回</p><table><tr><td>退信原因</td><td>收件人不存在</td></tr>",
    `<tr><td>550 Mailbox not found. ${HELP}</td></tr></table></body></html>`,
  ]),
  relayed("QQ", {
    name: "how often our address may send",
    verdict: "sender",
    status: "5.0.0",
    said: `550 Ip frequency limited. ${HELP}`,
  }),
  relayed("QQ", {
    name: "content refused",
    verdict: "sender",
    status: "5.0.0",
    said: `550 Mail content denied. ${HELP}`,
  }),
  relayed("QQ", {
    name: "mailbox without space",
    verdict: "soft",
    status: "5.0.0",
    said: "552 Mailbox space not enough",
  }),
];

export const NETEASE: BounceSample[] = [
  relayed("163", {
    name: "no such user under 5.0.0",
    verdict: "gone",
    status: "5.0.0",
    said: `550 User not found: ${OWNER}`,
  }),
  relayed("163", {
    name: "no such user, no Status",
    verdict: "gone",
    status: null,
    said: "550 Invalid User: owner",
  }),
  letter("163: letter that repeats the reply", "gone", "Postmaster@163.com", "text/plain", [
    "抱歉，您的邮件被退回来了……",
    `收件人: ${OWNER}`,
    "原因: SMTP error, RCPT TO: 550 User not found",
  ]),
  relayed("163", { name: "account suspended", verdict: "soft", status: "5.0.0", said: "550 User suspended" }),
  relayed("163", { name: "mailbox over flow", verdict: "soft", status: null, said: "552 User is over flow" }),
  relayed("163", {
    name: "taken for spam",
    verdict: "sender",
    status: "5.0.0",
    said: "554 DT:SPM 163 mx1,spam content",
  }),
];

export const DOCOMO: BounceSample[] = [
  relayed("docomo", {
    name: "unknown user under 5.0.0",
    verdict: "gone",
    status: "5.0.0",
    said: "550 Unknown user owner@docomo.example",
  }),
  relayed("docomo", {
    name: "unknown user, no Status",
    verdict: "gone",
    status: null,
    said: "550 Unknown user owner@docomo.example (in reply to end of DATA command)",
  }),
  letter("docomo: letter that repeats the reply", "gone", "MAILER-DAEMON@docomo.ne.jp", "text/plain", [
    "   ----- The following addresses had permanent fatal errors -----",
    `<${OWNER}>`,
    "   ----- Transcript of session follows -----",
    "550 Unknown user owner",
  ]),
  relayed("docomo", {
    name: "mailbox full",
    verdict: "soft",
    status: "5.2.2",
    said: "552 too much mail data",
  }),
  relayed("docomo", {
    name: "for now",
    verdict: "soft",
    status: "4.0.0",
    said: "450 Temporary failure, try again",
  }),
  relayed("docomo", {
    name: "too many recipients",
    verdict: "sender",
    status: "5.0.0",
    said: "552 too many recipients",
  }),
];
