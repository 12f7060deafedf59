import fc from 'fast-check'
import {
  actors,
  allowedEvents,
  caseEventKinds,
  caseStatuses,
  foldCase,
  procedures,
  step,
  type Actor,
  type CaseEventKind,
  type CaseState,
  type CaseStatus,
  type Procedure,
} from '@domain/tracking/machine'

/** 状态 · 谁 · 做什么 → 到哪里. Everything not listed is refused. */
type Allowed = [CaseStatus, Actor, CaseEventKind, CaseStatus][]

/** Until the papers are together, it is the same everywhere but for the office. */
const intake = (by: Actor): Allowed => [
  ['submitted', by, 'accepted', 'accepted'],
  ['submitted', by, 'supplementRequested', 'supplementRequested'],
  ['submitted', 'family', 'withdrawn', 'withdrawn'],
  ['accepted', by, 'supplementRequested', 'supplementRequested'],
  ['accepted', 'family', 'withdrawn', 'withdrawn'],
  ['supplementRequested', 'family', 'supplementProvided', 'accepted'],
  ['supplementRequested', 'family', 'withdrawn', 'withdrawn'],
]

const allowedIn: Record<Procedure, Allowed> = {
  streetThenDistrict: [
    ...intake('street'),
    ['accepted', 'street', 'verified', 'verified'],
    ['verified', 'district', 'confirmed', 'confirmed'],
    ['verified', 'district', 'refused', 'refused'],
    ['verified', 'family', 'withdrawn', 'withdrawn'],
  ],
  districtAlone: [
    ...intake('district'),
    ['accepted', 'district', 'confirmed', 'confirmed'],
    ['accepted', 'district', 'refused', 'refused'],
  ],
  streetAlone: [
    ...intake('street'),
    ['accepted', 'street', 'confirmed', 'confirmed'],
    ['accepted', 'street', 'refused', 'refused'],
  ],
  passedOn: [
    ...intake('street'),
    ['accepted', 'street', 'forwarded', 'forwarded'],
    ['forwarded', 'street', 'supplementRequested', 'supplementRequested'],
    ['forwarded', 'street', 'confirmed', 'confirmed'],
    ['forwarded', 'street', 'refused', 'refused'],
    ['forwarded', 'family', 'withdrawn', 'withdrawn'],
  ],
}

const stateOf = (status: CaseStatus): CaseState =>
  status === 'supplementRequested' ? { status, version: 5, resumeTo: 'accepted' } : { status, version: 5 }

describe.each(procedures)('%s', (procedure) => {
  const allowed = allowedIn[procedure]

  describe.each(caseStatuses)('%s', (status) => {
    describe.each(caseEventKinds)('%s', (kind) => {
      test.each(actors)('%s', (by) => {
        const result = step(procedure, stateOf(status), kind, by)
        const rows = allowed.filter(([from, , what]) => from === status && what === kind)
        const row = rows.find(([, who]) => who === by)
        if (row)
          expect(result).toEqual({
            ok: true,
            state: {
              ...stateOf(row[3]),
              version: 6,
              ...(row[3] === 'supplementRequested' && { resumeTo: status }),
            },
          })
        else
          expect(result).toEqual({ ok: false, refusal: rows.length ? 'FORBIDDEN' : 'NOT_ALLOWED_IN_STATE' })
      })
    })

    test.each(actors)('%s 能做的，就是表里的', (by) => {
      const expected = allowed
        .filter(([from, who]) => from === status && who === by)
        .map(([, , kind]) => kind)
      expect([...allowedEvents(procedure, status, by)].sort()).toEqual(expected.sort())
    })
  })

  test('通过、没通过、撤回是终点', () => {
    for (const status of ['confirmed', 'refused', 'withdrawn'] as const)
      for (const by of actors) expect(allowedEvents(procedure, status, by)).toEqual([])
  })

  test('家庭在有结果以前，随时可以撤回', () => {
    const reached = new Set<CaseStatus>(allowed.map(([from]) => from))
    for (const status of reached) expect(allowedEvents(procedure, status, 'family')).toContain('withdrawn')
  })
})

test.each(caseEventKinds)('一件事从提交开始，不能从 %s 开始', (kind) => {
  for (const by of actors) {
    const result = step('passedOn', undefined, kind, by)
    if (kind === 'submitted' && by === 'family')
      expect(result).toEqual({ ok: true, state: { status: 'submitted', version: 1 } })
    else
      expect(result).toEqual({
        ok: false,
        refusal: kind === 'submitted' ? 'FORBIDDEN' : 'NOT_ALLOWED_IN_STATE',
      })
  }
})

const family = (kind: CaseEventKind) => ({ kind, by: 'family' as const })
const street = (kind: CaseEventKind) => ({ kind, by: 'street' as const })
const district = (kind: CaseEventKind) => ({ kind, by: 'district' as const })

test.each([
  ['刚提交', [family('submitted')], 'submitted'],
  [
    '受理前补正，补好回到已提交',
    [family('submitted'), street('supplementRequested'), family('supplementProvided')],
    'submitted',
  ],
  [
    '受理后补正，补好回到已受理',
    [family('submitted'), street('accepted'), street('supplementRequested'), family('supplementProvided')],
    'accepted',
  ],
  ['通过', [family('submitted'), street('accepted'), street('verified'), district('confirmed')], 'confirmed'],
  ['没通过', [family('submitted'), street('accepted'), street('verified'), district('refused')], 'refused'],
  ['补正时撤回', [family('submitted'), street('supplementRequested'), family('withdrawn')], 'withdrawn'],
])('%s', (_, events, status) => {
  expect(foldCase('streetThenDistrict', events)).toEqual({ status, version: events.length })
})

test.each([
  ['没有事件', []],
  ['从受理开始', [street('accepted')]],
  ['提交两次', [family('submitted'), family('submitted')]],
  ['街道替家庭补材料', [family('submitted'), street('supplementRequested'), street('supplementProvided')]],
  ['街道自己确认', [family('submitted'), street('accepted'), street('verified'), street('confirmed')]],
  ['撤回以后又受理', [family('submitted'), family('withdrawn'), street('accepted')]],
  [
    '通过以后又否决',
    [family('submitted'), street('accepted'), street('verified'), district('confirmed'), district('refused')],
  ],
])('坏的历史读不出来：%s', (_, events) => {
  expect(() => foldCase('streetThenDistrict', events)).toThrow(RangeError)
})

const anyEvent = fc.record({ kind: fc.constantFrom(...caseEventKinds), by: fc.constantFrom(...actors) })

test('坏在第几件，就说第几件', () => {
  expect(() => foldCase('streetThenDistrict', [family('submitted'), street('verified')])).toThrow(
    'event 2 (verified) is not allowed',
  )
})

test('被拒绝的动作什么都不改，重放得到同样的状态', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...procedures),
      fc.array(anyEvent, { maxLength: 60 }),
      (procedure, attempts) => {
        const history = [family('submitted')] as { kind: CaseEventKind; by: Actor }[]
        let state = foldCase(procedure, history)
        for (const { kind, by } of attempts) {
          const result = step(procedure, state, kind, by)
          expect(result.ok).toBe(allowedEvents(procedure, state.status, by).includes(kind))
          if (!result.ok) continue
          history.push({ kind, by })
          state = result.state
        }
        expect(foldCase(procedure, history)).toEqual(state)
        expect(state.version).toBe(history.length)
        expect(state.resumeTo !== undefined).toBe(state.status === 'supplementRequested')
      },
    ),
  )
})
