import { randomUUID } from 'node:crypto'
import type { ApplicationSubmission, Receipt } from '@contracts/applications'
import { step, type Actor, type CaseState } from '@domain/tracking/machine'
import fc from 'fast-check'
import { sql } from 'kysely'
import { giveTo, offices, people, send, type Act, type Cast, type Outcome, type Person } from './model/acts'
import { brokenRules } from './model/invariants'
import { bodyOf, walks, type Walk } from './model/walks'
import { staffMember } from './support/desk'
import { Family } from './support/family'
import { startTestApi } from './support/testApi'
import { unhurried } from './support/withoutQuotas'

/*
 * The life of a case as a model: what may happen is computed, what does happen is asked of the server, where two
 * families, two clerks and an officer act in any order and at once. `npm run proof -- model 2000 7` runs as many as
 * one likes.
 */
const runs = Number(process.env.MODEL_RUNS ?? 25)
const seed = Number(process.env.MODEL_SEED ?? 20261124)
jest.setTimeout(120_000 + runs * 5_000)

let cast: Cast
beforeAll(async () => {
  const api = await startTestApi({ limits: unhurried })
  cast = {
    api,
    families: { family: await Family.signIn(api), otherFamily: await Family.signIn(api) },
    staff: {
      clerk: await staffMember(api, 'street', '150302001', '街道甲'),
      secondClerk: await staffMember(api, 'street', '150302001', '街道乙'),
      officer: await staffMember(api, 'district', '150302', '区甲'),
      secondOfficer: await staffMember(api, 'district', '150302', '区乙'),
    },
  }
})
afterAll(() => cast.api.close())

/** What the model knows of the one case. */
interface Model {
  walk: Walk
  state?: CaseState
  /** The family's acts that were acknowledged, with their keys. */
  sent: { act: Act; key: string }[]
  /** Staff who did what keeps a person from deciding. */
  worked: Set<Person>
  /** Who of each office works on it: the others of it do not see it. */
  assignee: Partial<Record<Actor, Person>>
}
interface Real {
  applicationId: string
  key: string
  body: ApplicationSubmission
  receipt?: Receipt
}

/** What one act comes to when nobody else acts at that moment. */
function expected({ walk, state, worked, assignee }: Model, { person, kind, version }: Act): Outcome {
  if (!state || person === 'otherFamily') return 'NOT_FOUND'
  const office = offices[person]
  if (office !== 'family' && !walk.offices.includes(office)) return 'NOT_FOUND'
  if ((assignee[office] ?? person) !== person) return 'NOT_FOUND'
  if ((kind === 'confirmed' || kind === 'refused') && worked.has(person)) return 'FORBIDDEN'
  if (version !== state.version) return 'STALE_VERSION'
  const next = step(walk.procedure, state, kind, office)
  return next.ok ? 'done' : next.refusal
}

class Submit implements fc.AsyncCommand<Model, Real> {
  readonly check = () => true
  readonly toString = () => '提交（重复的给第一次的回执）'
  async run(model: Model, real: Real): Promise<void> {
    const answers = await Promise.all([1, 2].map(() => cast.families.family.submit(real.body, real.key)))
    const [first, second] = answers.map((answer) => answer.json<Receipt>())
    expect(answers.map((answer) => answer.statusCode)).toEqual([201, 201])
    expect(second).toEqual(first)
    if (real.receipt) expect(first).toEqual(real.receipt)
    real.receipt = first
    real.applicationId = first?.applicationId ?? ''
    model.state ??= { status: 'submitted', version: 1 }
  }
}

/** Whose it is after a step, and who may not decide it any more. */
function noteWork({ walk, worked, assignee }: Model, { person, kind }: Act): void {
  const office = offices[person]
  if (office === 'family') return
  if (walk.makers.includes(kind)) worked.add(person)
  assignee[office] = walk.isLeft && worked.has(person) ? undefined : person
}

/** Whether who won took the case out of the hands of a colleague. */
const isTakenFrom = (act: Act | undefined, won: Act) =>
  act !== undefined && act.person !== won.person && offices[act.person] === offices[won.person]

/** Whether who won has become a maker by it, and wanted to decide as well. */
const isMakerNow = ({ makers }: Walk, act: Act | undefined, won: Act) =>
  act?.person === won.person &&
  makers.includes(won.kind) &&
  (act.kind === 'confirmed' || act.kind === 'refused')

/** Some acts at the same moment. */
class AtOnce implements fc.AsyncCommand<Model, Real> {
  constructor(private readonly tries: readonly { person: Person; kind: Act['kind']; behind: number }[]) {}
  readonly check = (model: Readonly<Model>) => model.state !== undefined
  readonly toString = () =>
    this.tries
      .map(({ person, kind, behind }) => `${person} ${kind}${behind ? ` 看的是前 ${behind} 版` : ''}`)
      .join(' ＋ ')

  async run(model: Model, { applicationId }: Real): Promise<void> {
    const { version = 0 } = model.state ?? {}
    const acts = this.tries.map(({ person, kind, behind }) => ({
      act: { person, kind, version: version - behind },
      key: randomUUID(),
    }))
    const outcomes = await Promise.all(acts.map(({ act, key }) => send(cast, applicationId, act, key)))
    const may = acts.map(({ act }) => expected(model, act))
    const winners = outcomes.flatMap((outcome, place) => (outcome === 'done' ? [place] : []))
    const won = acts[winners[0] ?? -1]
    // Of those who may, exactly one does; the others saw a case that had moved on, or that is a colleague's now.
    expect(winners).toHaveLength(may.includes('done') ? 1 : 0)
    outcomes.forEach((outcome, place) => {
      const lost = won && may[place] !== 'NOT_FOUND' ? ['STALE_VERSION'] : []
      const fair = [
        may[place],
        ...lost,
        ...(won && isTakenFrom(acts[place]?.act, won.act) ? ['NOT_FOUND'] : []),
        ...(won && isMakerNow(model.walk, acts[place]?.act, won.act) ? ['FORBIDDEN'] : []),
      ]
      expect([this.toString(), place, fair]).toEqual([
        this.toString(),
        place,
        expect.arrayContaining([outcome]),
      ])
    })
    if (!won || !model.state) return
    const next = step(model.walk.procedure, model.state, won.act.kind, offices[won.act.person])
    if (!next.ok) throw new Error(`${won.act.kind} must not be possible`)
    model.state = next.state
    noteWork(model, won.act)
    if (won.act.person === 'family' && won.act.kind === 'withdrawn') model.sent.push(won)
  }
}

/** A person gives the case to the other one of the office, if it is this person's. */
class HandOver implements fc.AsyncCommand<Model, Real> {
  constructor(
    private readonly from: keyof Cast['staff'],
    private readonly to: keyof Cast['staff'],
  ) {}
  readonly check = (model: Readonly<Model>) => model.state !== undefined
  readonly toString = () => `${this.from} 交给 ${this.to}`
  async run({ walk, assignee }: Model, { applicationId }: Real): Promise<void> {
    const { from, to } = this
    const office = offices[from]
    const isMine = assignee[office] === from
    const isSeen = walk.offices.includes(office) && (isMine || !assignee[office])
    const may = !isSeen ? 'NOT_FOUND' : isMine ? 'done' : 'NOT_ALLOWED_IN_STATE'
    expect(await giveTo(cast, applicationId, from, to)).toBe(may)
    if (isMine) assignee[office] = to
  }
}

/** The phone did not hear the answer and sends its act again, under the same key: once is once. */
class SendAgain implements fc.AsyncCommand<Model, Real> {
  readonly check = (model: Readonly<Model>) => model.sent.length > 0
  readonly toString = () => '同一个编号再发一次'
  async run(model: Model, { applicationId }: Real): Promise<void> {
    for (const { act, key } of model.sent) expect(await send(cast, applicationId, act, key)).toBe('done')
  }
}

const kinds: readonly Act['kind'][] = [
  'accepted',
  'supplementRequested',
  'supplementProvided',
  'verified',
  'forwarded',
  'confirmed',
  'refused',
  'withdrawn',
]
const byPerson: Readonly<Record<Person, readonly Act['kind'][]>> = {
  family: ['supplementProvided', 'supplementProvided', 'withdrawn'],
  otherFamily: ['supplementProvided', 'withdrawn'],
  clerk: kinds.filter((kind) => kind !== 'supplementProvided' && kind !== 'withdrawn'),
  secondClerk: ['accepted', 'accepted', 'verified', 'forwarded', 'confirmed', 'supplementRequested'],
  officer: ['confirmed', 'confirmed', 'refused', 'accepted', 'accepted', 'supplementRequested'],
  secondOfficer: ['confirmed', 'refused', 'accepted', 'supplementRequested'],
}
const anyTry = fc.constantFrom(...people).chain((person) =>
  fc.record({
    person: fc.constant(person),
    kind: fc.constantFrom(...byPerson[person]),
    behind: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constant(1) }),
  }),
)
const commands = fc.commands(
  [
    fc.constant(new Submit()),
    fc.array(anyTry, { minLength: 1, maxLength: 1 }).map((tries) => new AtOnce(tries)),
    fc.array(anyTry, { minLength: 2, maxLength: 4 }).map((tries) => new AtOnce(tries)),
    fc.constant(new SendAgain()),
    fc.constant(new HandOver('clerk', 'secondClerk')),
    fc.constant(new HandOver('secondClerk', 'clerk')),
    fc.constant(new HandOver('officer', 'secondOfficer')),
    fc.constant(new HandOver('secondOfficer', 'officer')),
  ],
  { maxCommands: 14, size: 'max' },
)

describe.each(walks)('$procedure', (walk) => {
  // The longest one has all the runs, the others, which are shorter, a part of them each.
  const numRuns = walk.procedure === 'streetThenDistrict' ? runs : Math.ceil(runs / 2)

  it('办件的一生，谁先谁后、同时来，都和模型一样，什么也不重复', async () => {
    const reached = new Set<string>()
    await fc.assert(
      fc.asyncProperty(commands, async (sequence) => {
        const model: Model = { walk, sent: [], worked: new Set(), assignee: {} }
        const real: Real = { applicationId: '', key: randomUUID(), body: bodyOf(walk) }
        await new Submit().run(model, real)
        await fc.asyncModelRun(() => ({ model, real }), sequence)
        reached.add(model.state?.status ?? 'none')
        if (model.state)
          expect(await cast.families.family.caseOf(real.applicationId)).toMatchObject({
            status: model.state.status,
            version: model.state.version,
          })
      }),
      { numRuns, seed },
    )
    expect(await brokenRules(cast.api.db)).toEqual([])
    // A walk that never gets anywhere would prove nothing.
    expect([...reached]).toEqual(expect.arrayContaining(['withdrawn', 'accepted']))
  })
})

describe('这些规则自己会失败', () => {
  const damaged = async (damage: (id: string) => Promise<unknown>) => {
    const { applicationId } = await cast.families.family.apply()
    await damage(applicationId)
    const broken = await brokenRules(cast.api.db)
    await sql`update application set version = 1, status = 'submitted' where id = ${applicationId}`.execute(
      cast.api.db,
    )
    return broken.map((line) => line.replace(applicationId, '它')).filter((line) => line.startsWith('它'))
  }

  it('先读后写的决定（没有比较版本）：两个人同时确认，规则看得出来', async () => {
    const { db } = cast.api
    /** As a careless handler would: reads, thinks, writes what it read. */
    const careless = async (id: string, kind: string) => {
      const row = await db
        .selectFrom('application')
        .select('version')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      await new Promise((resolve) => setTimeout(resolve, 20))
      await db
        .updateTable('application')
        .set({ version: row.version + 1, status: 'confirmed' })
        .where('id', '=', id)
        .execute()
      await sql`insert into case_event (application_id, sequence, kind, actor_kind, actor_id, at)
        select ${id}, (select max(sequence) + 1 from case_event where application_id = ${id}), ${kind}, 'district',
        ${cast.staff.officer.id}, now()`
        .execute(db)
        .catch(() => undefined)
    }
    const broken = await damaged((id) => Promise.all([careless(id, 'confirmed'), careless(id, 'refused')]))
    expect(broken.join()).toMatch(/状态|版本|决定了两次/)
  })

  it.each<[string, (id: string) => Promise<unknown>, string]>([
    [
      '少一条待发消息',
      (id) => sql`delete from outbox where application_id = ${id}`.execute(cast.api.db),
      '待发消息 0 条',
    ],
    [
      '状态没跟着事件',
      (id) => sql`update application set status = 'confirmed' where id = ${id}`.execute(cast.api.db),
      '状态 confirmed',
    ],
    [
      '照片挂在没有的事件上',
      (id) => sql`update attachment set event_sequence = 7 where application_id = ${id}`.execute(cast.api.db),
      '没有的事件',
    ],
  ])('%s', async (_, damage, words) => {
    expect((await damaged(damage)).join()).toContain(words)
  })
})
