-- Rows of impact.com's lists that could not be read, with the reason: they hide no other row and are counted beside them.
CREATE TABLE "SetAsideRow" (
    "shop" TEXT NOT NULL,
    "accountSid" TEXT NOT NULL,
    "resource" TEXT NOT NULL,
    "rowKey" TEXT NOT NULL,
    "rowId" TEXT,
    "field" TEXT NOT NULL,
    "problem" TEXT NOT NULL,
    "row" TEXT NOT NULL,
    "run" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "SetAsideRow_pkey" PRIMARY KEY ("shop", "accountSid", "resource", "rowKey")
);

-- What amounts have beyond whole minor units, in 10^-15 of one; null for nearly all. Sums round it once, at the end.
ALTER TABLE "Action" ADD COLUMN "amountFiner" BIGINT, ADD COLUMN "payoutFiner" BIGINT;
ALTER TABLE "DailyTotal"
    ADD COLUMN "trackedFiner" DECIMAL(65,0), ADD COLUMN "reversedFiner" DECIMAL(65,0),
    ADD COLUMN "lockingFiner" DECIMAL(65,0), ADD COLUMN "lockingRevenueFiner" DECIMAL(65,0),
    ADD COLUMN "openFiner" DECIMAL(65,0), ADD COLUMN "openRevenueFiner" DECIMAL(65,0),
    ADD COLUMN "undoneFiner" DECIMAL(65,0);
