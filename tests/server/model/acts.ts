import { randomUUID } from 'node:crypto'
import type { ErrorBody } from '@contracts/errorBody'
import type { Actor, CaseEventKind } from '@domain/tracking/machine'
import { handOver } from '@server/usecases/assignments'
import { decide, type StaffEventKind } from '@server/usecases/decisions'
import type { Staff } from '@server/usecases/staffSignIn'
import type { LightMyRequestResponse } from 'fastify'
import type { Family } from '../support/family'
import type { TestApi } from '../support/testApi'

export const people = ['family', 'otherFamily', 'clerk', 'secondClerk', 'officer', 'secondOfficer'] as const
export type Person = (typeof people)[number]

export const offices: Readonly<Record<Person, Actor>> = {
  family: 'family',
  otherFamily: 'family',
  clerk: 'street',
  secondClerk: 'street',
  officer: 'district',
  secondOfficer: 'district',
}

/** What somebody tries to do to a case, having seen one version of it. */
export interface Act {
  person: Person
  kind: Exclude<CaseEventKind, 'submitted'>
  version: number
}

/** `done`, or the code of the refusal. */
export type Outcome = 'done' | string

export interface Cast {
  api: TestApi
  families: Readonly<Record<'family' | 'otherFamily', Family>>
  staff: Readonly<Record<'clerk' | 'secondClerk' | 'officer' | 'secondOfficer', Staff>>
}

const supplement = { papers: [{ paper: 'bankCard', reason: '卡号看不清' }] }
const reason = '材料不能说明情况，请补判决书。'

/** Sends an act the way this person can. @param key the family's idempotency key */
export async function send(
  cast: Cast,
  applicationId: string,
  act: Act,
  key: string = randomUUID(),
): Promise<Outcome> {
  const { person, kind, version } = act
  if (person === 'family' || person === 'otherFamily') {
    return outcomeOf(await familyAct(cast.families[person], applicationId, act, key))
  }
  const decision = { applicationId, kind: kind as StaffEventKind, version, supplement, reason }
  const result = await decide(cast.api.parts, cast.staff[person], decision, 'test')
  return result.ok ? 'done' : result.code
}

async function familyAct(family: Family, id: string, { kind, version }: Act, key: string) {
  if (kind === 'withdrawn') return family.post(`/api/v1/applications/${id}/withdrawal`, { version }, key)
  const { id: photo } = await family.upload('bankCard')
  const papers = [{ paper: 'bankCard', attachmentIds: [photo] }]
  return family.post(`/api/v1/applications/${id}/supplements`, { version, papers }, key)
}

const outcomeOf = (answer: LightMyRequestResponse): Outcome =>
  answer.statusCode < 300 ? 'done' : answer.json<ErrorBody>().code

/** Gives the case to another clerk. */
export async function giveTo(
  { api, staff }: Cast,
  applicationId: string,
  from: keyof Cast['staff'],
  to: keyof Cast['staff'],
): Promise<Outcome> {
  const given = { applicationId, colleagueId: staff[to].id }
  const result = await handOver(api.parts, staff[from], given, 'test')
  return result.ok ? 'done' : result.code
}
