// Made by npm run admin:types; do not edit.
import "@shopify/admin-api-client";

declare module "@shopify/admin-api-client" {
  interface AdminQueries {
    "#graphql\n  query SettledShopProfile {\n    shop { id name email ianaTimezone currencyCode }\n  }": {
      return: {
        shop: { id: string; name: string; email: string; ianaTimezone: string; currencyCode: string };
      };
      variables: Record<string, never>;
    };
  }
  interface AdminMutations {
    "#graphql\n  mutation SettledFlowTrigger($handle: String!, $payload: JSON!) {\n    flowTriggerReceive(handle: $handle, payload: $payload) { userErrors { field message } }\n  }": {
      return: { flowTriggerReceive: { userErrors: { field: string[] | null; message: string }[] } | null };
      variables: { handle: string; payload: unknown };
    };
  }
}
