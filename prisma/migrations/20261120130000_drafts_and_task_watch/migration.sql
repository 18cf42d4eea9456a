-- CreateTable
CREATE TABLE "ClosingDraft" (
    "shop" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "saveKey" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "savedAt" TIMESTAMP(3) NOT NULL,
    "savedBy" TEXT NOT NULL,

    CONSTRAINT "ClosingDraft_pkey" PRIMARY KEY ("shop")
);

-- CreateTable
CREATE TABLE "ClosingDraftAside" (
    "shop" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "savedAt" TIMESTAMP(3) NOT NULL,
    "savedBy" TEXT NOT NULL,
    "decidedAt" TIMESTAMP(3),

    CONSTRAINT "ClosingDraftAside_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "TaskMark" (
    "shop" TEXT NOT NULL,
    "task" TEXT NOT NULL,
    "accountSid" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "leftovers" JSONB NOT NULL,
    "reopened" BOOLEAN NOT NULL,
    "changedAt" TIMESTAMP(3) NOT NULL,
    "wantedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "TaskMark_pkey" PRIMARY KEY ("shop","task")
);

-- CreateTable
CREATE TABLE "ToldCharge" (
    "shop" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "dueOn" DATE,
    "toldAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ToldCharge_pkey" PRIMARY KEY ("shop")
);


-- A version that counts from somewhere else would let a save pass that saw another text.
ALTER TABLE "ClosingDraft" ADD CONSTRAINT "ClosingDraft_version_check" CHECK ("version" >= 1);

-- A task is known to be done or open; only an open one can have come undone.
ALTER TABLE "TaskMark" ADD CONSTRAINT "TaskMark_status_check" CHECK ("status" IN ('done', 'open'));
ALTER TABLE "TaskMark" ADD CONSTRAINT "TaskMark_reopened_check" CHECK (NOT "reopened" OR "status" = 'open');
