-- CreateTable
CREATE TABLE "CallBudget" (
    "accountSid" TEXT NOT NULL,
    "group" TEXT NOT NULL,
    "limit" INTEGER,
    "remaining" INTEGER NOT NULL,
    "resetAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CallBudget_pkey" PRIMARY KEY ("accountSid","group")
);


-- Prisma's schema has no checks; these two hold what the app relies on.
ALTER TABLE "CallBudget" ADD CONSTRAINT "CallBudget_group_known" CHECK ("group" IN ('catalogs', 'other'));
ALTER TABLE "CallBudget" ADD CONSTRAINT "CallBudget_remaining_not_negative" CHECK ("remaining" >= 0);
