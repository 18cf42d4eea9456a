import type { FailureVerdict } from "#app/domain/index.ts";

/** A message as it would come back, and what it must mean; the verdict is typed beside the words it comes from. */
export type BounceSample = { name: string; verdict: FailureVerdict; message: string };

export const OWNER = "owner@acme.example";
export const MESSAGE_ID = "<5e771ed0123456789abcdef@settled.example>";

const COPY = [
  "From: Settled <notices@settled.example>",
  `To: ${OWNER}`,
  "Subject: Your impact.com account is still open",
  `Message-ID: ${MESSAGE_ID}`,
];

type Parts = {
  from: string;
  subject?: string;
  prose: string[];
  /** The group of the whole message, then that of the recipient. */
  groups: string[][];
  copyType?: string;
  headers?: string[];
};

/** A delivery status notification of three parts. */
export const aReport = (parts: Parts): string =>
  [
    `From: ${parts.from}`,
    "To: notices@settled.example",
    `Subject: ${parts.subject ?? "Undelivered mail"}`,
    ...(parts.headers ?? ["Auto-Submitted: auto-replied"]),
    "MIME-Version: 1.0",
    'Content-Type: multipart/report; report-type=delivery-status; boundary="=_b"',
    "",
    "--=_b",
    "Content-Type: text/plain; charset=utf-8",
    "",
    ...parts.prose,
    "",
    "--=_b",
    "Content-Type: message/delivery-status",
    "",
    ...parts.groups.flatMap((group) => [...group, ""]),
    "--=_b",
    `Content-Type: ${parts.copyType ?? "message/rfc822"}`,
    "",
    ...COPY,
    "",
    "--=_b--",
    "",
  ].join("\r\n");

/** A letter of a mail system without a part for machines, with the copy of the mail in its text. */
export const aLetter = (from: string, lines: string[], type = "text/plain"): string =>
  [
    "Return-Path: <>",
    `From: ${from}`,
    "To: notices@settled.example",
    "Subject: failure notice",
    "MIME-Version: 1.0",
    `Content-Type: ${type}; charset=utf-8`,
    "",
    ...lines,
    "",
  ].join("\r\n");

/** The same with the copy as a message of its own. */
export const aLetterWithCopy = (from: string, type: string, lines: string[]): string =>
  [
    "Return-Path: <>",
    `From: ${from}`,
    "To: notices@settled.example",
    "Subject: failure notice",
    "MIME-Version: 1.0",
    'Content-Type: multipart/mixed; boundary="=_m"',
    "",
    "--=_m",
    `Content-Type: ${type}; charset=utf-8`,
    "",
    ...lines,
    "--=_m",
    "Content-Type: message/rfc822",
    "",
    ...COPY,
    "",
    "--=_m--",
    "",
  ].join("\r\n");

export const COPY_LINES = COPY;
