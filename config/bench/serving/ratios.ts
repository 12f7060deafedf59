import type { Figure } from '../figures'
import { median } from '../figures'
import { inTurn, signIn, startBare, submitCall, type SignedIn } from './contenders'
import { closedLoop, openLoop, senderTo, type Load, type Sent } from './load'

const clients = 32
const rounds = 3
const roundMs = 3_000
const warmUpMs = 1_500
const leastShare = 0.6

export interface Place {
  url: string
  databaseUrl: string
}

/** Submissions and status reads beside handlers that do the same work on the same database and nothing else. */
export async function ratioFigures({ url, databaseUrl }: Place): Promise<Figure[]> {
  const ours = senderTo(url, clients)
  const families: SignedIn[] = []
  while (families.length < clients) families.push(await signIn(ours))
  for (const family of families) await ours.send(submitCall(family))
  const bare = await startBare(databaseUrl, clients)
  try {
    const submit = inTurn(families, (family) => ours.send(submitCall(family)))
    // The same body, which any handler has to read.
    const insert = inTurn(families, (family) => bare.sender.send({ ...submitCall(family), path: '/bare' }))
    const writing = await compare(submit, insert, 201)

    const [family] = families
    if (!family) throw new Error('nobody signed in')
    const { body } = await ours.send(submitCall(family))
    const { applicationId } = JSON.parse(body) as { applicationId: string }
    const read = () =>
      ours.send({ method: 'GET', path: `/api/v1/applications/${applicationId}`, headers: family.headers })
    const query = () =>
      bare.sender.send({ method: 'GET', path: `/bare/${family.tokenHash}/${applicationId}` })
    const reading = await compare(read, query, 200)
    return [
      ...ratioOf('提交申请', '件/s', writing),
      ...ratioOf('看进度', '次/s', reading),
      ...(await openFigures(submit)),
    ]
  } finally {
    ours.close()
    bare.stop()
  }
}

interface Compared {
  ours: Load
  bare: Load
}

/** In turns, so that what else the computer does meets both alike. @returns the rounds in the middle */
async function compare(
  ours: () => Promise<Sent>,
  bare: () => Promise<Sent>,
  hoped: number,
): Promise<Compared> {
  const round = async (ms: number) => ({
    ours: await closedLoop({ clients, ms, hoped }, ours),
    bare: await closedLoop({ clients, ms, hoped }, bare),
  })
  await round(warmUpMs)
  const found: Compared[] = []
  for (let count = 0; count < rounds; count += 1) found.push(await round(roundMs))
  const share = median(found.map(shareOf))
  return found.find((one) => shareOf(one) === share) as Compared
}

const shareOf = ({ ours, bare }: Compared) => ours.perSecond / bare.perSecond

function ratioOf(name: string, unit: string, compared: Compared): Figure[] {
  const words = (load: Load) =>
    `${load.perSecond.toFixed(0)} ${unit}，p50 ${load.p50.toFixed(0)} ms，p99 ${load.p99.toFixed(0)} ms${othersOf(load)}`
  const share = shareOf(compared)
  return [
    { name: `${name}（${clients} 人同时）`, value: words(compared.ours) },
    { name: '  同样的读写，什么也不查、不加密', value: words(compared.bare) },
    { name: '  是它的几倍', value: share.toFixed(2), least: String(leastShare), ok: share >= leastShare },
  ]
}

/** What was answered beside the hoped for: a full computer says 503 early. */
function othersOf({ statuses }: Load): string {
  const others = [...statuses].filter(([status]) => status >= 400 || status === 0)
  return others.length > 0 ? `；${others.map(([status, count]) => `${status} × ${count}`).join('，')}` : ''
}

/** The worst wave of 乌海 (reliability §1), and far more than two busy cores can do: it must refuse early, not fall over. */
const waves = [
  { perSecond: 150, ms: 5_000 },
  { perSecond: 600, ms: 3_000 },
]

async function openFigures(submit: () => Promise<Sent>): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const { perSecond, ms } of waves) {
    const load = await openLoop({ perSecond, ms, hoped: 201 }, submit)
    const answers = [...load.statuses].map(([status, count]) => `${status || '无'} × ${count}`).join('，')
    figures.push({
      name: `每秒来 ${perSecond} 件，不等回答`,
      value: `p50 ${load.p50.toFixed(0)} ms，p99 ${load.p99.toFixed(0)} ms；${answers}`,
    })
  }
  return figures
}
