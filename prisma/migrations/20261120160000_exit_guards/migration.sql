-- CreateTable
CREATE TABLE "ExitCode" (
    "visit" TEXT NOT NULL,
    "shop" TEXT NOT NULL,
    "codeMac" TEXT NOT NULL,
    "tries" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ExitCode_pkey" PRIMARY KEY ("visit")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "ExitCode_shop_idx" ON "ExitCode"("shop");

-- CreateIndex
CREATE INDEX "RateLimit_expire_idx" ON "RateLimit"("expire");

-- CreateIndex
CREATE INDEX "OutboundMail_messageId_idx" ON "OutboundMail"("messageId");


-- Five tries a code (experience.md L8); the use-case counts them, and no path around it counts further.
ALTER TABLE "ExitCode" ADD CONSTRAINT "ExitCode_tries_check" CHECK ("tries" BETWEEN 0 AND 5);
