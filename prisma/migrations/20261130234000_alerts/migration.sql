-- CreateTable
CREATE TABLE "AlertSetting" (
    "shop" TEXT NOT NULL,
    "limits" JSONB NOT NULL,
    "setAt" TIMESTAMP(3) NOT NULL,
    "setBy" TEXT NOT NULL,
    "byMail" BOOLEAN NOT NULL DEFAULT false,
    "mailDecidedAt" TIMESTAMP(3),
    "mailDecidedBy" TEXT,

    CONSTRAINT "AlertSetting_pkey" PRIMARY KEY ("shop")
);

-- CreateTable
CREATE TABLE "AlertMark" (
    "shop" TEXT NOT NULL,
    "alert" TEXT NOT NULL,
    "accountSid" TEXT NOT NULL,
    "limit" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "news" JSONB,
    "changedAt" TIMESTAMP(3) NOT NULL,
    "seenAt" TIMESTAMP(3),

    CONSTRAINT "AlertMark_pkey" PRIMARY KEY ("shop","alert")
);

-- Nobody gets a mail without a decision that has its day and person.
ALTER TABLE "AlertSetting" ADD CONSTRAINT "AlertSetting_consent" CHECK (NOT "byMail" OR ("mailDecidedAt" IS NOT NULL AND "mailDecidedBy" IS NOT NULL));

-- Each alert there is; a release that adds one widens this first.
ALTER TABLE "AlertMark" ADD CONSTRAINT "AlertMark_alert" CHECK ("alert" IN ('monthly-fee', 'weekly-commissions', 'overdue', 'earliest-closing'));
