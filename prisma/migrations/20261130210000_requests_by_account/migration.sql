-- A closing request belongs to the accounts it names, not to the store.
CREATE TABLE "RequestAccount" (
    "shop" TEXT NOT NULL,
    "requestId" TEXT NOT NULL,
    "accountSid" TEXT NOT NULL,
    "openKey" TEXT,

    CONSTRAINT "RequestAccount_pkey" PRIMARY KEY ("requestId","accountSid")
);
CREATE UNIQUE INDEX "RequestAccount_openKey_key" ON "RequestAccount"("openKey");
CREATE INDEX "RequestAccount_shop_idx" ON "RequestAccount"("shop");
ALTER TABLE "RequestAccount" ADD CONSTRAINT "RequestAccount_requestId_fkey"
    FOREIGN KEY ("requestId") REFERENCES "ClosingRequest"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Requests of the time before are bound to the Account SIDs in their text; those without one name none. Every SID of
-- impact.com has a digit, so that no word of a merchant's own text is taken for one.
INSERT INTO "RequestAccount" ("shop", "requestId", "accountSid", "openKey")
SELECT "shop", "id", "sid",
       CASE WHEN "state" IN ('rejected', 'withdrawn', 'closed', 'refund-received') THEN NULL ELSE "shop" || '|' || "sid" END
FROM (
    SELECT DISTINCT "shop", "id", "state", "found"[1] AS "sid"
    FROM "ClosingRequest",
         regexp_matches("subject" || chr(10) || "body",
                        '(?:Account SID[:：]? ?|close account )((?=[A-Za-z0-9]*[0-9])[A-Za-z0-9]{8,64})', 'g') AS "found"
    UNION
    SELECT "shop", "id", "state", ''
    FROM "ClosingRequest"
    WHERE "subject" || chr(10) || "body" !~ '(?:Account SID[:：]? ?|close account )((?=[A-Za-z0-9]*[0-9])[A-Za-z0-9]{8,64})'
) AS "named"
ON CONFLICT DO NOTHING;
