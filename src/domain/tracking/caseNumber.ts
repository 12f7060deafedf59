const digits = 12

/**
 * The digits of a case number as typed or pasted, without the spaces between groups.
 * @returns nothing when it is no case number
 */
export function readCaseNumber(text: string): string | undefined {
  const number = text.replace(/[\s-]/g, '')
  return number.length === digits && /^\d+$/.test(number) ? number : undefined
}

/** In groups of four, as it is read aloud: 1234 5678 9012. Anything else is shown as it is. */
export function formatCaseNumber(caseNumber: string): string {
  return readCaseNumber(caseNumber)?.replace(/(\d{4})(?=\d)/g, '$1 ') ?? caseNumber
}
