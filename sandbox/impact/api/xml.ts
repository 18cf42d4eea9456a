import type { Json, JsonObject } from "#sandbox/impact/api/resource.ts";

/** Names of one element of the arrays inside an object, where it is not "Item". */
const ELEMENT_NAMES: Readonly<Record<string, string>> = {
  LineItems: "LineItem",
  DetailedLineItems: "DetailedLineItem",
  ScheduledTerms: "ScheduledTerm",
  CampaignTerms: "CampaignTerm",
  EventPayouts: "EventPayout",
  Errors: "Error",
};

/** The API's default answer: XML under `ImpactRadiusResponse`, with the `@` fields as attributes. */
export function toXml(body: JsonObject, itemName = "Item"): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<ImpactRadiusResponse>${children(body, itemName)}</ImpactRadiusResponse>\n`;
}

function children(body: JsonObject, itemName: string): string {
  return Object.entries(body)
    .filter(([name]) => !name.startsWith("@"))
    .map(([name, value]) => element(name, value, itemName, attributesOf(name, value, body)))
    .join("");
}

function attributesOf(_name: string, value: Json, parent: JsonObject): string {
  if (!Array.isArray(value)) return "";
  return Object.entries(parent)
    .filter(([key]) => key.startsWith("@"))
    .map(([key, text]) => ` ${key.slice(1)}="${escapeXml(String(text))}"`)
    .join("");
}

function element(name: string, value: Json, itemName: string, attributes = ""): string {
  if (Array.isArray(value)) {
    const inner = ELEMENT_NAMES[name] ?? itemName;
    return `<${name}${attributes}>${value.map((one: Json) => element(inner, one, itemName)).join("")}</${name}>`;
  }
  if (value !== null && typeof value === "object")
    return `<${name}>${children(value as JsonObject, itemName)}</${name}>`;
  return value === null || value === "" ? `<${name}/>` : `<${name}>${escapeXml(String(value))}</${name}>`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char);
