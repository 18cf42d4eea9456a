-- The day on which to write to impact.com again is planned beside the looks at the help desk and the account.
ALTER TABLE "RequestCheck" DROP CONSTRAINT "RequestCheck_kind",
ADD CONSTRAINT "RequestCheck_kind" CHECK ("kind" IN ('desk', 'account', 'follow-up'));
