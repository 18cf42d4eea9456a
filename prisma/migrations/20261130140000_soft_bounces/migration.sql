-- AlterTable
ALTER TABLE "SuppressedAddress" ADD COLUMN     "endsAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "ExitCode" ADD COLUMN     "mailId" TEXT;

-- CreateTable
CREATE TABLE "SoftBounce" (
    "addressMac" TEXT NOT NULL,
    "bouncedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SoftBounce_pkey" PRIMARY KEY ("addressMac")
);
