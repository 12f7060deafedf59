/** One measured figure. */
export interface Figure {
  name: string
  value: string
  /** What it has to keep within; absent: only for comparing. */
  limit?: string
  /** What it has to reach. */
  least?: string
  ok?: boolean
}

const bytesPerKb = 1000

/** In kB of 1,000 bytes, as in the budgets. */
export function sizeFigure(name: string, bytes: number, most: number): Figure {
  const words = (count: number) =>
    count < 10 * bytesPerKb ? `${count} B` : `${(count / bytesPerKb).toFixed(1)} kB`
  return { name, value: words(bytes), limit: words(most), ok: bytes <= most }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? NaN
}

export function show(title: string, figures: readonly Figure[]): void {
  console.log(`\n${title}`)
  for (const { name, value, limit, least, ok } of figures) {
    const mark = ok === undefined ? ' ' : ok ? '✓' : '✗'
    const bound = limit ? `（上限 ${limit}）` : least ? `（至少 ${least}）` : ''
    console.log(`  ${mark} ${name}：${value}${bound}`)
  }
}
