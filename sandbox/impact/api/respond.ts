import type { Request, Response } from "express";
import type { FieldError, JsonObject } from "#sandbox/impact/api/resource.ts";
import { toXml } from "#sandbox/impact/api/xml.ts";

/** XML unless JSON is asked for by name: `*` alone gets XML, as at impact.com. */
const wantsJson = (request: Request): boolean => /application\/json/i.test(request.headers.accept ?? "");

/** Sends an answer in the format asked for; the names wrap a single object, or a list without one, in XML. */
export function send(
  request: Request,
  response: Response,
  status: number,
  body: JsonObject | readonly JsonObject[],
  names: { item?: string; object?: string; list?: string } = {},
): void {
  response.status(status);
  if (wantsJson(request)) {
    response.type("application/json").send(JSON.stringify(body));
    return;
  }
  const wrapper = names.object ?? names.list;
  const root = wrapper === undefined ? body : { [wrapper]: body };
  response.type("text/xml").send(toXml(root as JsonObject, names.item));
}

/** The error envelope of all endpoints (H38). */
export function sendError(
  request: Request,
  response: Response,
  status: number,
  message: string,
  errors?: readonly FieldError[],
): void {
  const body = { Status: "ERROR", Message: message };
  const list = errors?.map(({ Field, Message }) => ({ Field, Message }));
  send(request, response, status, list ? { ...body, Errors: list } : body);
}
