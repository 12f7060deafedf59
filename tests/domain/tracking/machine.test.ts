import fc from 'fast-check'
import {
  actors,
  allowedEvents,
  caseEventKinds,
  caseStatuses,
  foldCase,
  step,
  type Actor,
  type CaseEventKind,
  type CaseState,
  type CaseStatus,
} from '@domain/tracking/machine'

/** 状态 · 谁 · 做什么 → 到哪里. Everything not listed is refused. */
const allowed: [CaseStatus, Actor, CaseEventKind, CaseStatus][] = [
  ['submitted', 'street', 'accepted', 'accepted'],
  ['submitted', 'street', 'supplementRequested', 'supplementRequested'],
  ['submitted', 'family', 'withdrawn', 'withdrawn'],
  ['accepted', 'street', 'supplementRequested', 'supplementRequested'],
  ['accepted', 'street', 'verified', 'verified'],
  ['accepted', 'family', 'withdrawn', 'withdrawn'],
  ['supplementRequested', 'family', 'supplementProvided', 'accepted'],
  ['supplementRequested', 'family', 'withdrawn', 'withdrawn'],
  ['verified', 'district', 'confirmed', 'confirmed'],
  ['verified', 'district', 'refused', 'refused'],
  ['verified', 'family', 'withdrawn', 'withdrawn'],
]

const stateOf = (status: CaseStatus): CaseState =>
  status === 'supplementRequested' ? { status, version: 5, resumeTo: 'accepted' } : { status, version: 5 }

describe.each(caseStatuses)('%s', (status) => {
  describe.each(caseEventKinds)('%s', (kind) => {
    test.each(actors)('%s', (by) => {
      const result = step(stateOf(status), kind, by)
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
      else expect(result).toEqual({ ok: false, refusal: rows.length ? 'FORBIDDEN' : 'NOT_ALLOWED_IN_STATE' })
    })
  })

  test.each(actors)('%s 能做的，就是表里的', (by) => {
    const expected = allowed.filter(([from, who]) => from === status && who === by).map(([, , kind]) => kind)
    expect([...allowedEvents(status, by)].sort()).toEqual(expected.sort())
  })
})

test.each(caseEventKinds)('一件事从提交开始，不能从 %s 开始', (kind) => {
  for (const by of actors) {
    const result = step(undefined, kind, by)
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
  expect(foldCase(events)).toEqual({ status, version: events.length })
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
  expect(() => foldCase(events)).toThrow(RangeError)
})

const anyEvent = fc.record({ kind: fc.constantFrom(...caseEventKinds), by: fc.constantFrom(...actors) })

test('坏在第几件，就说第几件', () => {
  expect(() => foldCase([family('submitted'), street('verified')])).toThrow(
    'event 2 (verified) is not allowed',
  )
})

test('被拒绝的动作什么都不改，重放得到同样的状态', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 60 }), (attempts) => {
      const history = [family('submitted')] as { kind: CaseEventKind; by: Actor }[]
      let state = foldCase(history)
      for (const { kind, by } of attempts) {
        const result = step(state, kind, by)
        expect(result.ok).toBe(allowedEvents(state.status, by).includes(kind))
        if (!result.ok) continue
        history.push({ kind, by })
        state = result.state
      }
      expect(foldCase(history)).toEqual(state)
      expect(state.version).toBe(history.length)
      expect(state.resumeTo !== undefined).toBe(state.status === 'supplementRequested')
    }),
  )
})

test('通过、没通过、撤回是终点', () => {
  for (const status of ['confirmed', 'refused', 'withdrawn'] as const)
    for (const by of actors) expect(allowedEvents(status, by)).toEqual([])
})
