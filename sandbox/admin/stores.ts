/** A store of the sandbox: the facts that never change while it runs. */
export interface Store {
  /** First label of the domain; also the name in the admin's URLs. */
  readonly name: string;
  readonly domain: string;
  readonly id: number;
  readonly title: string;
  readonly ownerName: string;
  readonly ownerEmail: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly primaryHost: string;
  readonly language: string;
  /** Key of the impact.com sandbox account whose events the clock's "next event" stops at. */
  readonly impactAccount: string;
  readonly address: {
    readonly street: string;
    readonly city: string;
    readonly zip: string;
    readonly province: string | null;
    readonly provinceCode: string | null;
    readonly country: string;
    readonly countryCode: string;
    readonly phone: string;
  };
}

export const stores: readonly Store[] = [
  {
    name: "acme-outdoor",
    domain: "acme-outdoor.myshopify.com",
    id: 61_000_000_001,
    title: "Acme Outdoor",
    ownerName: "Alex Morgan",
    ownerEmail: "owner@acme-outdoor.example",
    currency: "USD",
    timeZone: "America/New_York",
    primaryHost: "www.acme-outdoor.example",
    language: "en",
    impactAccount: "story",
    address: {
      street: "12 Trail Road",
      city: "Portland",
      zip: "04101",
      province: "Maine",
      provinceCode: "ME",
      country: "United States",
      countryCode: "US",
      phone: "+1 207 555 0142",
    },
  },
  {
    name: "busy-bikes",
    domain: "busy-bikes.myshopify.com",
    id: 61_000_000_002,
    title: "Busy Bikes",
    ownerName: "Jana Weber",
    ownerEmail: "owner@busy-bikes.example",
    currency: "EUR",
    timeZone: "Europe/Berlin",
    primaryHost: "www.busy-bikes.example",
    language: "de",
    impactAccount: "busy",
    address: {
      street: "Radweg 7",
      city: "Berlin",
      zip: "10115",
      province: null,
      provinceCode: null,
      country: "Germany",
      countryCode: "DE",
      phone: "+49 30 555 0107",
    },
  },
];

export const storeByName = (name: string): Store | undefined => stores.find((s) => s.name === name);
export const storeByDomain = (domain: string): Store | undefined => stores.find((s) => s.domain === domain);

/** People who may use a store's admin; `id` becomes the session token's `sub`. */
export const staff = {
  owner: { id: "42", key: "owner" },
  bookkeeper: { id: "43", key: "bookkeeper" },
} as const;
export type StaffKey = keyof typeof staff;
