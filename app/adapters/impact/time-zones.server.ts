/**
 * impact.com shows time zones as display strings, "(GMT -08:00) Pacific Time (US & Canada); Tijuana" (brand v14).
 * The offset in front is no key: other documents write the same zone with its summer offset. The names are the
 * classic Windows ones; the IANA names beside them are Unicode CLDR's (windowsZones, territory 001).
 */
const ZONES = new Map(
  Object.entries({
    "international date line west": "Etc/GMT+12",
    hawaii: "Pacific/Honolulu",
    alaska: "America/Anchorage",
    "pacific time (us & canada)": "America/Los_Angeles",
    "pacific time (us & canada); tijuana": "America/Los_Angeles",
    arizona: "America/Phoenix",
    "mountain time (us & canada)": "America/Denver",
    "central time (us & canada)": "America/Chicago",
    "central america": "America/Guatemala",
    "guadalajara, mexico city, monterrey": "America/Mexico_City",
    saskatchewan: "America/Regina",
    "eastern time (us & canada)": "America/New_York",
    "indiana (east)": "America/Indiana/Indianapolis",
    "bogota, lima, quito": "America/Bogota",
    "atlantic time (canada)": "America/Halifax",
    santiago: "America/Santiago",
    newfoundland: "America/St_Johns",
    brasilia: "America/Sao_Paulo",
    "buenos aires": "America/Argentina/Buenos_Aires",
    greenland: "America/Nuuk",
    azores: "Atlantic/Azores",
    utc: "UTC",
    "coordinated universal time": "UTC",
    "greenwich mean time : dublin, edinburgh, lisbon, london": "Europe/London",
    "dublin, edinburgh, lisbon, london": "Europe/London",
    "amsterdam, berlin, bern, rome, stockholm, vienna": "Europe/Berlin",
    "belgrade, bratislava, budapest, ljubljana, prague": "Europe/Budapest",
    "brussels, copenhagen, madrid, paris": "Europe/Paris",
    "sarajevo, skopje, warsaw, zagreb": "Europe/Warsaw",
    "athens, bucharest": "Europe/Bucharest",
    "athens, istanbul, minsk": "Europe/Athens",
    "helsinki, kyiv, riga, sofia, tallinn, vilnius": "Europe/Kyiv",
    cairo: "Africa/Cairo",
    jerusalem: "Asia/Jerusalem",
    "harare, pretoria": "Africa/Johannesburg",
    nairobi: "Africa/Nairobi",
    istanbul: "Europe/Istanbul",
    "moscow, st. petersburg, volgograd": "Europe/Moscow",
    "kuwait, riyadh": "Asia/Riyadh",
    "abu dhabi, muscat": "Asia/Dubai",
    "islamabad, karachi": "Asia/Karachi",
    "chennai, kolkata, mumbai, new delhi": "Asia/Kolkata",
    "bangkok, hanoi, jakarta": "Asia/Bangkok",
    "beijing, chongqing, hong kong, urumqi": "Asia/Shanghai",
    "kuala lumpur, singapore": "Asia/Singapore",
    taipei: "Asia/Taipei",
    perth: "Australia/Perth",
    "osaka, sapporo, tokyo": "Asia/Tokyo",
    seoul: "Asia/Seoul",
    adelaide: "Australia/Adelaide",
    brisbane: "Australia/Brisbane",
    "canberra, melbourne, sydney": "Australia/Sydney",
    "auckland, wellington": "Pacific/Auckland",
  }),
);

/** IANA name of a display string, or null when we do not know it: a guessed zone could move a charge by a day. */
export function ianaTimeZone(display: string): string | null {
  const name = display
    .replace(/^\s*\((GMT|UTC)[^)]*\)\s*/i, "")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
  return ZONES.get(name) ?? null;
}
