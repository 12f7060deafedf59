/** Labels come from closed lists (route templates, codes, names in our own code): none can hold a person. */
export type Labels = Readonly<Record<string, string | number>>

export interface Sample {
  labels?: Labels
  value: number
}

interface Family {
  name: string
  help: string
  type: 'counter' | 'gauge' | 'histogram'
  lines: () => string[] | Promise<string[]>
}

export interface Counter {
  add(labels?: Labels): void
}

export interface Histogram {
  observe(labels: Labels, value: number): void
}

/** What was observed under one set of labels. */
interface Series {
  labels: Labels
  /** By the lowest bound that each value keeps; what keeps none is in `count` alone. */
  within: number[]
  sum: number
  count: number
}

export interface Registry {
  counter(name: string, help: string): Counter
  /** @param buckets upper bounds, rising */
  histogram(name: string, help: string, buckets: readonly number[]): Histogram
  /** Read when it is asked for; what throws is left out of the page. */
  gauge(name: string, help: string, read: () => readonly Sample[] | Promise<readonly Sample[]>): void
  /** Everything in Prometheus' text format 0.0.4. */
  text(): Promise<string>
}

/** The few kinds of figures this server has, and the text Prometheus reads. */
export function createRegistry(): Registry {
  const families: Family[] = []

  return {
    counter(name, help) {
      const counts = new Map<string, number>()
      families.push({ name, help, type: 'counter', lines: () => linesOf(name, counts) })
      return { add: (labels) => increase(counts, written(labels), 1) }
    },
    histogram(name, help, buckets) {
      const series = new Map<string, Series>()
      families.push({
        name,
        help,
        type: 'histogram',
        lines: () => [...series.values()].flatMap((one) => linesOfSeries(name, buckets, one)),
      })
      return {
        observe(labels, value) {
          const key = written(labels)
          let one = series.get(key)
          if (!one) series.set(key, (one = { labels, within: buckets.map(() => 0), sum: 0, count: 0 }))
          const first = buckets.findIndex((bound) => value <= bound)
          if (first >= 0) one.within[first] = (one.within[first] ?? 0) + 1
          one.sum += value
          one.count += 1
        },
      }
    },
    gauge(name, help, read) {
      const lines = async () =>
        (await read()).map(({ labels, value }) => `${name}${written(labels)} ${value}`)
      families.push({ name, help, type: 'gauge', lines })
    },
    async text() {
      const parts = await Promise.all(families.map(textOf))
      return parts.join('')
    },
  }
}

async function textOf({ name, help, type, lines }: Family): Promise<string> {
  try {
    const body = (await lines()).map((line) => `${line}\n`).join('')
    return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${body}`
  } catch {
    return ''
  }
}

const linesOf = (name: string, values: ReadonlyMap<string, number>) =>
  Array.from(values, ([labels, value]) => `${name}${labels} ${value}`)

/** Buckets hold what is in the lower ones as well. */
function linesOfSeries(
  name: string,
  buckets: readonly number[],
  { labels, within, sum, count }: Series,
): string[] {
  let below = 0
  const rising = buckets.map((bound, at) => {
    below += within[at] ?? 0
    return `${name}_bucket${written({ ...labels, le: bound })} ${below}`
  })
  return [
    ...rising,
    `${name}_bucket${written({ ...labels, le: '+Inf' })} ${count}`,
    `${name}_sum${written(labels)} ${sum}`,
    `${name}_count${written(labels)} ${count}`,
  ]
}

function increase(values: Map<string, number>, labels: string, by: number): void {
  values.set(labels, (values.get(labels) ?? 0) + by)
}

function written(labels: Labels = {}): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(String(value))}"`)
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}

const escaped = (value: string) => value.replace(/[\\"\n]/g, (sign) => (sign === '\n' ? '\\n' : `\\${sign}`))
