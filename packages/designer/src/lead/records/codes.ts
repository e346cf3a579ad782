/** What the QR code at a site says: the address that opens the site's duties on a phone. */
export const siteAddress = (origin: string, site: string): string => `${origin}/inspect/#/site/${encodeURIComponent(site)}`;

/** What the QR code on the office's screen says: the address that lets the phone in. */
export const phoneAddress = (origin: string, code: string): string => `${origin}/inspect/#/register/${code}`;
