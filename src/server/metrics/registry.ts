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
      const [within, sums, counts] = [
        new Map<string, number>(),
        new Map<string, number>(),
        new Map<string, number>(),
      ]
      const lines = () => [
        ...linesOf(`${name}_bucket`, within),
        ...linesOf(`${name}_sum`, sums),
        ...linesOf(`${name}_count`, counts),
      ]
      families.push({ name, help, type: 'histogram', lines })
      return {
        observe(labels, value) {
          for (const bound of buckets)
            increase(within, written({ ...labels, le: bound }), value <= bound ? 1 : 0)
          increase(within, written({ ...labels, le: '+Inf' }), 1)
          increase(sums, written(labels), value)
          increase(counts, written(labels), 1)
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

function increase(values: Map<string, number>, labels: string, by: number): void {
  values.set(labels, (values.get(labels) ?? 0) + by)
}

function written(labels: Labels = {}): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(String(value))}"`)
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}

const escaped = (value: string) => value.replace(/[\\"\n]/g, (sign) => (sign === '\n' ? '\\n' : `\\${sign}`))
