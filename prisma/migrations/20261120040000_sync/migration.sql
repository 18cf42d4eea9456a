-- CreateTable
CREATE TABLE "Action" (
    "shop" TEXT NOT NULL,
    "accountSid" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "programId" TEXT NOT NULL,
    "program" TEXT NOT NULL,
    "partner" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "payout" BIGINT NOT NULL,
    "trackedOn" DATE NOT NULL,
    "locksOn" DATE,
    "reversedOn" DATE,
    "clearedOn" DATE,
    "run" INTEGER NOT NULL,

    CONSTRAINT "Action_pkey" PRIMARY KEY ("shop","accountSid","id")
);

-- CreateTable
CREATE TABLE "PartnerName" (
    "shop" TEXT NOT NULL,
    "accountSid" TEXT NOT NULL,
    "partnerId" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "PartnerName_pkey" PRIMARY KEY ("shop","accountSid","partnerId")
);

-- CreateTable
CREATE TABLE "DailyTotal" (
    "shop" TEXT NOT NULL,
    "accountSid" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "tracked" BIGINT NOT NULL,
    "reversed" BIGINT NOT NULL,
    "locking" BIGINT NOT NULL,
    "lockingRevenue" BIGINT NOT NULL,
    "open" BIGINT NOT NULL,
    "openRevenue" BIGINT NOT NULL,
    "undone" BIGINT NOT NULL,

    CONSTRAINT "DailyTotal_pkey" PRIMARY KEY ("shop","accountSid","day")
);

-- CreateTable
CREATE TABLE "SyncState" (
    "shop" TEXT NOT NULL,
    "accountSid" TEXT NOT NULL,
    "run" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "finishedAt" TIMESTAMP(3),
    "currency" TEXT NOT NULL,
    "completedAt" TIMESTAMP(3),
    "fullAt" TIMESTAMP(3),

    CONSTRAINT "SyncState_pkey" PRIMARY KEY ("shop","accountSid")
);

-- CreateTable
CREATE TABLE "SyncWindow" (
    "shop" TEXT NOT NULL,
    "accountSid" TEXT NOT NULL,
    "run" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "list" TEXT NOT NULL,
    "programId" TEXT NOT NULL,
    "fromDay" DATE NOT NULL,
    "toDay" DATE NOT NULL,
    "doneAt" TIMESTAMP(3),

    CONSTRAINT "SyncWindow_pkey" PRIMARY KEY ("shop","accountSid","run","position")
);

-- CreateTable
CREATE TABLE "AccountLease" (
    "accountSid" TEXT NOT NULL,
    "owner" TEXT,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "AccountLease_pkey" PRIMARY KEY ("accountSid")
);

-- CreateTable
CREATE TABLE "Sighting" (
    "shop" TEXT NOT NULL,
    "resource" TEXT NOT NULL,
    "firstSeenAt" TIMESTAMP(3) NOT NULL,
    "lastSeenAt" TIMESTAMP(3) NOT NULL,
    "digest" TEXT NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "Sighting_pkey" PRIMARY KEY ("shop","resource","firstSeenAt")
);

-- CreateIndex
CREATE INDEX "Action_shop_accountSid_state_trackedOn_idx" ON "Action"("shop", "accountSid", "state", "trackedOn");

