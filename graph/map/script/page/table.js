// Rows as CSV for a spreadsheet, the same as the command's format `spreadsheet` (results.py).

/**
 * RFC 4180: lines end in CRLF. The mark in front tells spreadsheets that it is UTF-8.
 * @param {string[][]} rows
 */
export function toCsv(rows) {
  return `\ufeff${rows.map((row) => `${row.map(toCell).join(",")}\r\n`).join("")}`;
}

/** @param {string} text */
function toCell(text) {
  const safe = withoutFormula(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/**
 * A quote before what a spreadsheet would run; a number stays a number.
 * @param {string} text
 */
function withoutFormula(text) {
  const isNumber = /^[+-]?[0-9]+(\.[0-9]+)?$/.test(text);
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !isNumber ? `'${text}` : text;
}
