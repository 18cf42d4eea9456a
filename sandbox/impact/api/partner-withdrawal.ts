import { enumValue } from "#sandbox/impact/api/filters.ts";
import { type Answer, notFound, type Resource } from "#sandbox/impact/api/resource.ts";

/** `GET /WithdrawalSettings` of a partner; 404 when none are set (withdrawal settings v16). The balance is not in it. */
export const withdrawalSettings: Resource = {
  path: "/WithdrawalSettings",
  category: "WithdrawalSettings",
  answer(request): Answer {
    const { sandbox } = request.view.account.seed;
    const settings = sandbox.partner?.withdrawal;
    if (!settings) return notFound("Withdrawal settings");
    const byBank = settings.method === "BANK_TRANSFER";
    return {
      kind: "object",
      name: "WithdrawalSettings",
      body: {
        PaymentMethod: enumValue(request, settings.method, "CRYPTO", 0),
        PaypalEmailAddress: byBank ? "" : sandbox.company.contactEmail,
        BankCountry: sandbox.company.country,
        BeneficiaryAccountName: sandbox.company.contactName,
        BeneficiaryClassification: "INDIVIDUAL",
        ClassificationCode: "",
        BankAccountType: byBank ? "CHECKING" : "NOT_SET",
        BankAccountNumber: byBank ? "000123456789" : "",
        SwiftCode: "",
        RoutingCode: byBank ? "021000021" : "",
        BankName: byBank ? "Sandbox Bank" : "",
        PaymentSchedulingType: enumValue(request, settings.schedule, "ON_REQUEST", 0),
        PaymentThreshold: settings.threshold,
        PaymentDay: settings.day,
        Uri: `${request.base}/WithdrawalSettings`,
      },
    };
  },
};
