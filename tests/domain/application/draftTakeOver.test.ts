import { newDraft, type Draft } from '@domain/application/draft'
import { hasPersons, takeOver } from '@domain/application/draftTakeOver'
import { serviceCodes, services, type ServiceCode } from '@domain/services/catalogue'
import { completeDraft, grandmothersDraft } from './family'

const begun = (service: ServiceCode) => newDraft(service, 'new', '2026-11-25T08:00:00.000Z')
const older = completeDraft()

test('同一个孩子再办一件：人和住处照着填，材料、同意和编号不带过来', () => {
  const draft = takeOver(begun('TEMP_AID'), { ...older, idempotencyKey: 'key', step: 'check' })
  expect(draft.child).toEqual(older.child)
  expect(draft.applicant).toMatchObject({ name: older.applicant.name, phone: older.applicant.phone })
  expect(draft).toMatchObject({ id: 'new', service: 'TEMP_AID', papers: {}, consents: {} })
  expect(draft.step).toBeUndefined()
  expect(draft.idempotencyKey).toBeUndefined()
})

test.each(serviceCodes)('%s：只带这件事问的', (service) => {
  const { applicant, child } = takeOver(begun(service), older)
  const { kind, relations, concerns } = services[service]
  expect(applicant.idNumber).toBe(kind === 'application' ? older.applicant.idNumber : undefined)
  expect(applicant.relation).toBe(relations.includes('grandparent') ? 'grandparent' : undefined)
  if (applicant.relation === undefined) expect(applicant.authority).toBeUndefined()
  expect(child.name).toBe(concerns === 'child' ? older.child.name : undefined)
  expect(child.idNumber).toBe(
    concerns === 'child' && kind === 'application' ? older.child.idNumber : undefined,
  )
})

test('已经从“看看能领什么”带来的，没有的才补', () => {
  const place = { kind: 'division', value: '150302002' } as const
  const draft = newDraft('DFUC_ALLOWANCE', 'new', older.updatedAt, { 'child.hukou': place })
  const nameless: Draft = { ...grandmothersDraft(), child: { name: '王小明' } }
  expect(takeOver(draft, nameless).child).toEqual({ name: '王小明', hukou: '150302002' })
})

test('还没填人的，没有什么可带', () => {
  expect(hasPersons(begun('TEMP_AID'))).toBe(false)
  expect(hasPersons(older)).toBe(true)
})
