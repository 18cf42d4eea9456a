-- AlterTable
ALTER TABLE "Connection" ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'brand';

ALTER TABLE "Connection" ADD CONSTRAINT "Connection_kind_check" CHECK ("kind" IN ('brand', 'partner', 'agency'));
