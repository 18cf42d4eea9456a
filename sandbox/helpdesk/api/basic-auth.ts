import type { NextFunction, Request, Response } from "express";

/** Refuses calls whose Basic credentials `isKnown` does not know, with the provider's own error body. */
export const basicAuth =
  (isKnown: (user: string, password: string) => boolean, refusal: object) =>
  (req: Request, res: Response, next: NextFunction): void => {
    const [scheme, encoded = ""] = (req.header("authorization") ?? "").split(" ");
    const [user = "", ...password] = Buffer.from(encoded, "base64").toString("utf8").split(":");
    if (scheme === "Basic" && isKnown(user, password.join(":"))) next();
    else res.status(401).json(refusal);
  };
