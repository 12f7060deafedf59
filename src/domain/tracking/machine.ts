/** Who acts on a case. 家庭、街道（乡镇）、区民政. */
export const actors = ['family', 'street', 'district'] as const
export type Actor = (typeof actors)[number]

/**
 * Which offices work on a case, in turn. `passedOn`: the hukou lies in another place, a street of 乌海 takes the papers
 * in, passes them on through the national system and tells the answer. Source: reference §5, §5.0.
 */
export const procedures = ['streetThenDistrict', 'districtAlone', 'streetAlone', 'passedOn'] as const
export type Procedure = (typeof procedures)[number]

/**
 * `application`: an office decides about a right. `request`: an office is asked to help. `notice`: the family tells what
 * the law wants told.
 */
export const caseKinds = ['application', 'request', 'notice'] as const
export type CaseKind = (typeof caseKinds)[number]

/** Where a case stands. Derived from its events by {@link foldCase}, never set. */
export const caseStatuses = [
  'submitted',
  'accepted',
  'supplementRequested',
  'verified',
  'forwarded',
  'confirmed',
  'refused',
  'withdrawn',
] as const
export type CaseStatus = (typeof caseStatuses)[number]

/** What can happen to a case. Glossary: 受理 intake, 补正 supplement, 查验 verification, 推送 forwarding, 确认 confirmation. */
export const caseEventKinds = [
  'submitted',
  'accepted',
  'supplementRequested',
  'supplementProvided',
  'verified',
  'forwarded',
  'confirmed',
  'refused',
  'withdrawn',
] as const
export type CaseEventKind = (typeof caseEventKinds)[number]

export interface Transition {
  /** `resume` = back to the status the correction was asked in. */
  to: CaseStatus | 'resume'
  by: Actor
}

type Row = Partial<Record<CaseEventKind, Transition>>
type Office = Exclude<Actor, 'family'>

const withdrawal: Row = { withdrawn: { to: 'withdrawn', by: 'family' } }
const over = { confirmed: {}, refused: {}, withdrawn: {} } as const

const supplementBy = (by: Office): Row => ({ supplementRequested: { to: 'supplementRequested', by } })

/** Until an office has all papers: the same everywhere but for the office. */
const intakeBy = (by: Office) =>
  ({
    submitted: { accepted: { to: 'accepted', by }, ...supplementBy(by), ...withdrawal },
    supplementRequested: { supplementProvided: { to: 'resume', by: 'family' }, ...withdrawal },
  }) as const

const decisionBy = (by: Office): Row => ({
  confirmed: { to: 'confirmed', by },
  refused: { to: 'refused', by },
})

/** One office takes in and answers. */
const alone = (by: Office): Record<CaseStatus, Row> => ({
  ...over,
  ...intakeBy(by),
  accepted: { ...supplementBy(by), ...decisionBy(by), ...withdrawal },
  verified: {},
  forwarded: {},
})

/**
 * Procedure × status × event → next status and who may cause it. What is not in the table is refused.
 * Source: reference §5.0 (passed on), §5.2 (street checks, district confirms), 社会救助暂行办法 11条 (refusal in writing).
 */
export const transitions: Record<Procedure, Record<CaseStatus, Row>> = {
  streetThenDistrict: {
    ...over,
    ...intakeBy('street'),
    accepted: { ...supplementBy('street'), verified: { to: 'verified', by: 'street' }, ...withdrawal },
    verified: { ...decisionBy('district'), ...withdrawal },
    forwarded: {},
  },
  districtAlone: alone('district'),
  streetAlone: alone('street'),
  passedOn: {
    ...over,
    ...intakeBy('street'),
    accepted: { ...supplementBy('street'), forwarded: { to: 'forwarded', by: 'street' }, ...withdrawal },
    forwarded: { ...supplementBy('street'), ...decisionBy('street'), ...withdrawal },
    verified: {},
  },
}

export interface CaseState {
  status: CaseStatus
  /** Sequence number of the last event; the next one is `version + 1`. */
  version: number
  /** The status a correction was asked in. Set only while `supplementRequested`. */
  resumeTo?: CaseStatus
}

export type Refusal = 'NOT_ALLOWED_IN_STATE' | 'FORBIDDEN'
export type StepResult = { ok: true; state: CaseState } | { ok: false; refusal: Refusal }

/**
 * One step of a case.
 * @param procedure which offices work on it
 * @param state where the case stands; `undefined` before its first event
 * @param kind what happens
 * @param by who does it
 * @returns the next state, or why it is refused: `FORBIDDEN` when another actor may, else `NOT_ALLOWED_IN_STATE`
 */
export function step(
  procedure: Procedure,
  state: CaseState | undefined,
  kind: CaseEventKind,
  by: Actor,
): StepResult {
  if (!state) return firstStep(kind, by)
  const transition = transitions[procedure][state.status][kind]
  if (!transition) return { ok: false, refusal: 'NOT_ALLOWED_IN_STATE' }
  if (transition.by !== by) return { ok: false, refusal: 'FORBIDDEN' }
  const version = state.version + 1
  if (transition.to === 'resume')
    return { ok: true, state: { status: state.resumeTo ?? 'submitted', version } }
  return transition.to === 'supplementRequested'
    ? { ok: true, state: { status: transition.to, version, resumeTo: state.status } }
    : { ok: true, state: { status: transition.to, version } }
}

function firstStep(kind: CaseEventKind, by: Actor): StepResult {
  if (kind !== 'submitted') return { ok: false, refusal: 'NOT_ALLOWED_IN_STATE' }
  if (by !== 'family') return { ok: false, refusal: 'FORBIDDEN' }
  return { ok: true, state: { status: 'submitted', version: 1 } }
}

/**
 * The state of a case from its whole history.
 * @param events in sequence order, the first being `submitted`
 * @throws RangeError when the history is not one the table allows: the log is damaged
 */
export function foldCase(
  procedure: Procedure,
  events: readonly { kind: CaseEventKind; by: Actor }[],
): CaseState {
  let state: CaseState | undefined
  for (const event of events) {
    const result = step(procedure, state, event.kind, event.by)
    if (!result.ok) throw new RangeError(`event ${(state?.version ?? 0) + 1} (${event.kind}) is not allowed`)
    state = result.state
  }
  if (!state) throw new RangeError('a case has at least one event')
  return state
}

/** The events that `actor` may cause now, in table order. */
export function allowedEvents(procedure: Procedure, status: CaseStatus, actor: Actor): CaseEventKind[] {
  return caseEventKinds.filter((kind) => transitions[procedure][status][kind]?.by === actor)
}
