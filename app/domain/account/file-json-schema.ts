import { z } from "zod";
import { accountFileSchema } from "./file-schema.ts";

/** The account file's JSON Schema, made from the schema the code reads files with. */
export function accountFileJsonSchema(): object {
  const schema = z.toJSONSchema(accountFileSchema);
  return { title: "Settled account file, version 1", ...schema };
}
