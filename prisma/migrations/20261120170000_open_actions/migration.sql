-- What is still open of an account is found by itself: the settled actions of three years are not looked at.
CREATE INDEX "Action_shop_accountSid_state_clearedOn_idx" ON "Action"("shop", "accountSid", "state", "clearedOn");
