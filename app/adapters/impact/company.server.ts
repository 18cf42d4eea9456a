import { z } from "zod";
import type { Company, FetchResult, ImpactCredentials } from "#app/ports/impact.ts";
import { unexpectedField } from "./failures.server.ts";
import type { Request } from "./request.server.ts";
import { text } from "./scalars.server.ts";
import { ianaTimeZone } from "./time-zones.server.ts";

// CompanyInformation, brand v14. It has no sign-up date, edition or state (domain.md 6.4).
const company = z
  .object({ CompanyName: text, Currency: text.regex(/^[A-Z]{3}$/), Timezone: z.string().nullish() })
  .transform(
    (answer): Company => ({
      name: answer.CompanyName,
      currency: answer.Currency,
      timeZone: answer.Timezone ? ianaTimeZone(answer.Timezone) : null,
    }),
  );

/** Reads whom the credentials belong to. */
export async function readCompany(
  request: Request,
  credentials: ImpactCredentials,
): Promise<FetchResult<Company>> {
  const resource = "CompanyInformation";
  const answer = await request({ credentials, resource, path: ["CompanyInformation"] });
  if (answer.outcome !== "read") return answer;
  const parsed = company.safeParse(answer.value);
  if (!parsed.success) return unexpectedField(resource, parsed.error);
  return { outcome: "read", value: parsed.data };
}
