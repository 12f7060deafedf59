import sharp from 'sharp'
import { Family } from '../support/family'
import { startTestApi, type TestApi } from '../support/testApi'
import { DeskClient, wordsOf } from './deskClient'

const people = {
  本街道: ['street', '150302001'],
  全区街道: ['street', '150302'],
  本区民政局: ['district', '150302'],
  邻街道: ['street', '150302002'],
  别区街道: ['street', '150303001'],
  别区民政局: ['district', '150303'],
} as const
type Person = keyof typeof people

let api: TestApi
let family: Family
let caseId: string
let photoId: string
const desks = new Map<Person, DeskClient>()
const deskOf = (person: Person) => desks.get(person) as DeskClient

beforeAll(async () => {
  api = await startTestApi()
  for (const person of Object.keys(people) as Person[]) {
    const [role, division] = people[person]
    desks.set(person, await DeskClient.of(api, role, division, person))
  }
  family = await Family.signIn(api)
  caseId = (await family.apply()).applicationId
  photoId = (await family.caseOf(caseId)).files[0]?.id ?? ''
})
afterAll(() => api.close())

describe('谁看得到这件事', () => {
  it.each([
    ['本街道', true],
    ['全区街道', true],
    ['本区民政局', true],
    ['邻街道', false],
    ['别区街道', false],
    ['别区民政局', false],
  ] as const)('%s：%s', async (person, sees) => {
    const desk = deskOf(person)
    const status = sees ? 200 : 404
    await desk.get('/desk')
    expect(desk.page.includes(caseId)).toBe(sees)
    const photo = `/desk/cases/${caseId}/photos/${photoId}`
    for (const address of [`/desk/cases/${caseId}`, photo, `${photo}/page`]) {
      expect([address, (await desk.get(address)).statusCode]).toEqual([address, status])
    }
    await desk.get('/desk')
    expect((await desk.send(`/desk/cases/${caseId}/numbers`, {})).statusCode).toBe(status)
    const decided = await desk.send(`/desk/cases/${caseId}/decisions`, {
      kind: 'confirmed',
      version: '1',
    })
    // Even of their own case nobody may confirm what has not been verified.
    expect(decided.statusCode).toBe(sees ? 409 : 404)
  })

  it('别的申请的照片，放在自己能看的申请下面也看不到', async () => {
    const other = (await family.apply()).applicationId
    const answer = await deskOf('本街道').get(`/desk/cases/${other}/photos/${photoId}`)
    expect(answer.statusCode).toBe(404)
  })
})

describe('照片', () => {
  const photoFor = (person: Person) => deskOf(person).get(`/desk/cases/${caseId}/photos/${photoId}`)

  it('不留在浏览器里，没登录看不到', async () => {
    const { headers } = await photoFor('本街道')
    expect(headers).toMatchObject({ 'content-type': 'image/jpeg', 'cache-control': 'private, no-store' })
    expect((await new DeskClient(api).get(`/desk/cases/${caseId}/photos/${photoId}`)).statusCode).toBe(303)
  })

  it('每个人看到的都带着自己的编号，家里看到的没有', async () => {
    const plain = await family.get(`/api/v1/attachments/${photoId}/content`)
    const seen = [await photoFor('本街道'), await photoFor('本区民政局')]
    const pixels = await Promise.all(
      [plain, ...seen].map(({ rawPayload }) => sharp(rawPayload).greyscale().raw().toBuffer()),
    )
    const strongest = (one: Buffer, two: Buffer) =>
      one.reduce((most, value, index) => Math.max(most, Math.abs(value - (two[index] ?? 0))), 0)
    const [own, street, district] = pixels as [Buffer, Buffer, Buffer]
    expect(strongest(own, street)).toBeGreaterThan(20)
    expect(strongest(street, district)).toBeGreaterThan(20)
  })
})

describe('同一件事，两个人办', () => {
  const accept = (desk: DeskClient, version = '1') =>
    desk.send(`/desk/cases/${caseId}/decisions`, { kind: 'accepted', version })

  /** Gives the case to a colleague with the form on its page. */
  async function handOver(from: Person, to: Person): Promise<void> {
    await deskOf(from).get(`/desk/cases/${caseId}`)
    const colleague = new RegExp(`value="([^"]+)">${to}<`).exec(deskOf(from).page)?.[1] ?? ''
    const answer = await deskOf(from).send(`/desk/cases/${caseId}/colleague`, { colleague })
    expect(answer.headers.location).toBe('/desk?done=handedOver')
  }

  it('同一个人点两下，只办一次，看到的是办好了；同事晚一步，打不开了；交给同事，同事照旧页面办，看到有新变化', async () => {
    const desk = deskOf('本街道')
    await desk.get('/desk')
    const [first, second] = await Promise.all([accept(desk), accept(desk)])
    const done = `/desk/cases/${caseId}?done=accepted`
    expect([first.headers.location, second.headers.location]).toEqual([done, done])
    await deskOf('全区街道').get('/desk')
    expect((await accept(deskOf('全区街道'))).statusCode).toBe(404)
    await handOver('本街道', '全区街道')
    const late = await accept(deskOf('全区街道'))
    expect(late.statusCode).toBe(409)
    expect(wordsOf(late.body)).toContain('这件事刚有新变化')
    expect(late.body).toContain(`href="/desk/cases/${caseId}"`)
    const { events } = await family.caseOf(caseId)
    expect(events.map(({ kind }) => kind)).toEqual(['submitted', 'accepted'])
    await handOver('全区街道', '本街道')
  })

  it.each([
    ['家里或者自己先办了', '本街道', 409],
    ['同事先办了，归同事了', '全区街道', 404],
  ] as const)('晚了一步，%s：写好的字还给您', async (_, person, status) => {
    await deskOf(person).get('/desk')
    const answer = await deskOf(person).send(`/desk/cases/${caseId}/decisions`, {
      kind: 'supplementRequested',
      version: '1',
      paper: 'bankCard',
      'why-bankCard': '卡号看不清',
    })
    expect(answer.statusCode).toBe(status)
    expect(answer.body).toContain('孩子的社保卡或银行卡：卡号看不清</textarea>')
  })

  it('办好的话只在最后一步还是它的时候说', async () => {
    const desk = deskOf('本街道')
    await desk.get(`/desk/cases/${caseId}?done=verified`)
    expect(wordsOf(desk.page)).not.toContain('已查验通过')
    await desk.get(`/desk/cases/${caseId}?done=accepted`)
    expect(wordsOf(desk.page)).toContain('已受理。')
  })

  it('街道办过的人调到区里，也不能决定这件事', async () => {
    const desk = deskOf('本街道')
    await desk.send(`/desk/cases/${caseId}/decisions`, { kind: 'verified', version: '2' })
    await api.db
      .updateTable('staff')
      .set({ role: 'district', division: '150302' })
      .where('name', '=', '本街道')
      .execute()
    const why = '您办过这件事前面的步骤，要由另一个人来决定。'
    await desk.get(`/desk/cases/${caseId}`)
    expect(wordsOf(desk.page)).toContain(why)
    expect(desk.page).not.toContain('value="confirmed"')
    const decided = await desk.send(`/desk/cases/${caseId}/decisions`, { kind: 'confirmed', version: '3' })
    expect([decided.statusCode, wordsOf(decided.body)]).toEqual([403, expect.stringContaining(why)])
    expect((await family.caseOf(caseId)).status).toBe('verified')
  })
})

it('每次看都有记录：待办、申请、完整号码、照片', async () => {
  const rows = await api.db.selectFrom('audit').select('action').where('actor_kind', '=', 'staff').execute()
  const actions = new Set(rows.map(({ action }) => action))
  for (const action of ['queueRead', 'caseRead', 'numbersRead', 'photoRead'])
    expect(actions).toContain(action)
})
