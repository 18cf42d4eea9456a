-- AlterTable
ALTER TABLE "DailyTotal" ADD COLUMN     "actions" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "reversals" INTEGER NOT NULL DEFAULT 0;


-- What was read before is counted once; from now on the numbers move with the rows.
INSERT INTO "DailyTotal" AS t ("shop", "accountSid", "day", "tracked", "reversed", "locking", "lockingRevenue", "open",
                               "openRevenue", "undone", "actions", "reversals")
SELECT "shop", "accountSid", "day", 0, 0, 0, 0, 0, 0, 0, sum("actions"), sum("reversals")
FROM (
  SELECT "shop", "accountSid", "trackedOn" AS "day", 1 AS "actions", 0 AS "reversals" FROM "Action"
  UNION ALL
  -- A reversal without a day counts from tracking; greatest() passes over what is null.
  SELECT "shop", "accountSid", greatest("trackedOn", "reversedOn"), 0, 1 FROM "Action" WHERE "state" = 'REVERSED'
) AS each_one
GROUP BY "shop", "accountSid", "day"
ON CONFLICT ("shop", "accountSid", "day") DO UPDATE SET
  "actions" = EXCLUDED."actions", "reversals" = EXCLUDED."reversals";

-- Actions reversed after a day are found by themselves as well: the reversals of three years are not looked at.
DROP INDEX "Action_shop_accountSid_state_clearedOn_idx";

-- CreateIndex
CREATE INDEX "Action_shop_accountSid_state_clearedOn_reversedOn_idx" ON "Action"("shop", "accountSid", "state", "clearedOn", "reversedOn");
