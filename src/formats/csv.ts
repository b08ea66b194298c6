/**
 * Write rows as comma-separated values (RFC 4180): every line ends with CR LF, and a field that needs it stands in quotation marks.
 * A field that a spreadsheet would take for a formula gets an apostrophe in front, which spreadsheets do not show
 * (OWASP, “CSV injection”).
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(toField).join(',')}\r\n`).join('')
}

function toField(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
