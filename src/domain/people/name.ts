/** Placeholder until the people room is filled in. */
export function normaliseName(value: string): string {
  return value.trim().replace(/[•・．]/g, '·')
}
export function nameProblem(value: string): string | undefined {
  return normaliseName(value).length === 0 ? '请填写姓名。' : undefined
}
