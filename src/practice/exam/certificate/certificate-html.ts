/** One line of a certificate: what it is, and what it says. */
export type CertificateLine = readonly [name: string, value: string];

const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

/** A certificate as a page to be printed; needs nothing from elsewhere. */
export const certificateHtml = (
  language: string,
  heading: string,
  sentence: string,
  lines: readonly CertificateLine[],
): string => {
  const rows = lines.map(([name, value]) => `<tr><th>${escaped(name)}</th><td>${escaped(value)}</td></tr>`).join('\n');
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<title>${escaped(heading)}</title>
<style>
@page { size: A4 landscape; margin: 20mm }
body { font-family: "Songti SC", SimSun, "Noto Serif CJK SC", serif; max-width: 48rem; margin: 3rem auto; padding: 2rem 3rem; border: 3px double #333 }
h1 { text-align: center; letter-spacing: .3em }
p { font-size: 1.3rem; line-height: 2; text-indent: 2em }
table { border-collapse: collapse; margin: 1.5rem auto }
th, td { padding: .3rem 1rem; text-align: left; font-weight: normal; overflow-wrap: anywhere }
th { color: #555; white-space: nowrap }
</style>
</head>
<body>
<h1>${escaped(heading)}</h1>
<p>${escaped(sentence)}</p>
<table>
${rows}
</table>
</body>
</html>
`;
};
