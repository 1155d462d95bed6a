const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as it may stand in XML. */
export const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (char) => entities[char]!);
