import type { Request, Response } from "express";
import { asOddList, withOddRows } from "#sandbox/impact/api/odd-rows.ts";
import { pageOf } from "#sandbox/impact/api/paging.ts";
import type { Answer, JsonObject } from "#sandbox/impact/api/resource.ts";
import { send, sendError } from "#sandbox/impact/api/respond.ts";
import type { FaultKind } from "#sandbox/impact/state/faults.ts";

/** Sends a resource's answer: a list page by page, an object whole; faults that spoil data do it here. */
export function reply(
  request: Request,
  response: Response,
  given: Answer,
  query: URLSearchParams,
  fault: FaultKind | null,
): void {
  if (given.kind === "error") {
    sendError(request, response, given.status, given.message, given.errors);
    return;
  }
  if (given.kind === "file") {
    response.status(200).type(given.type).send(Buffer.from(given.bytes));
    return;
  }
  if (given.kind === "object") {
    sendData(request, response, given.body, { object: given.name }, fault);
    return;
  }
  if (given.kind === "bare-list") {
    const rows = withOddRows(given.name, given.rows, fault);
    sendData(request, response, rows, { list: given.name, item: given.item }, fault);
    return;
  }
  const page = pageOf(given, query, request.path, fault === "page-2-fails");
  if (page.outcome === "refused") {
    sendError(request, response, 400, page.message, [{ Field: page.field, Message: page.message }]);
    return;
  }
  if (fault === "page-2-fails" && page.number > 1) {
    sendError(request, response, 500, "Internal server error");
    return;
  }
  const rows = page.number === 1 ? withOddRows(given.name, page.rows, fault) : page.rows;
  // Without paging fields there is one page only; a longer list keeps them.
  const isWhole = rows.length === given.total;
  const body =
    fault === "odd-list" && isWhole
      ? asOddList(given.name, rows)
      : { ...page.attributes, [given.name]: rows };
  sendData(request, response, body, { item: given.item }, fault);
}

function sendData(
  request: Request,
  response: Response,
  body: JsonObject | readonly JsonObject[],
  names: { item?: string; object?: string; list?: string },
  fault: FaultKind | null,
): void {
  if (fault === "truncated-json") {
    const text = JSON.stringify(body);
    response
      .status(200)
      .type("application/json")
      .send(text.slice(0, Math.floor(text.length / 2)));
    return;
  }
  send(request, response, 200, body, names);
}
