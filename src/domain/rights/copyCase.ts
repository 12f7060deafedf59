import { consentNotices } from '@domain/application/consentNotices'
import type { ConsentActor, ConsentKind } from '@domain/application/consents'
import { parentRoles, type FamilyFacts } from '@domain/eligibility/facts'
import { parentWords as parentNames, type Helper } from '@domain/people/relations'
import { services, type ServiceCode } from '@domain/services/catalogue'
import { detailIds, detailQuestions, detailWords, type Details } from '@domain/services/details'
import { officeElsewhere } from '@domain/divisions/officeElsewhere'
import { officesOn, routeOf } from '@domain/services/route'
import { formatCaseNumber } from '@domain/tracking/caseNumber'
import type { Actor, CaseEventKind, CaseStatus } from '@domain/tracking/machine'
import { eventSentence, shortStatus, type CaseWay, type Offices } from '@domain/tracking/words'
import { childRows } from './childWords'
import { line, moment, nameOfPaper, photoLines, type CopiedPhoto, type Part } from './copyParts'
import {
  correctionFieldWords as names,
  correctionStatusWords,
  type CorrectionField,
  type CorrectionStatus,
} from './corrections'
import { dayWords, notTold, type Row } from './factWords'
import { helperWords, parentWords, relationText } from './familyWords'
import { householdRows } from './householdWords'

interface CopiedEvent {
  kind: CaseEventKind
  by: Actor
  at: string
  office?: string
  reason?: string
  supplement?: { papers: readonly { paper: string; reason: string }[] }
}

interface CopiedConsent {
  kind: ConsentKind
  actor: ConsentActor
  givenAt: string
  withdrawnAt: string | null
}

interface CopiedCorrection {
  field: CorrectionField
  status: CorrectionStatus
  requestedAt: string
  decidedAt: string | null
  answer: string | null
  before: string | null
  wanted: string
}

/** One case, as the contract's copy has it; what only a machine reads (hashes, ids, sizes) is left out. */
export interface CopiedCase {
  caseNumber: string
  service: ServiceCode
  way: CaseWay
  status: CaseStatus
  submittedAt: string
  applicant: { name: string; idNumber?: string; phone: string; safeToContact: boolean; helper: Helper }
  child: { name: string; idNumber?: string }
  facts: FamilyFacts
  details: Details
  papers: readonly { paper: string; attachmentIds: readonly string[] }[]
  remarks: readonly string[]
  events: readonly CopiedEvent[]
  photos: readonly CopiedPhoto[]
  consents: readonly CopiedConsent[]
  corrections: readonly CopiedCorrection[]
}

/** Who agreed. A helper never does. */
export const consentActorWords: Record<ConsentActor, string> = {
  guardian: '监护人同意的',
  guardianOnHelpersPhone: '监护人在帮忙的人的手机上同意的',
  applicant: '申请人同意的',
  child: '孩子自己同意的',
}

/** What the family handed in and what became of it, part by part. */
export function partsOfCase(one: CopiedCase): Part[] {
  return [
    headOf(one),
    childPart(one),
    ...parentParts(one.facts),
    { heading: '〔家里〕', lines: linesOf(householdRows(one.facts.household)) },
    detailsPart(one),
    applicantPart(one),
    { heading: '〔材料〕', lines: [...photoLines(one.photos), ...withoutPhoto(one)] },
    eventsPart(one),
    {
      heading: '〔同意〕',
      lines: one.consents.reduce<string[]>((all, each) => all.concat(consentLines(each)), []),
    },
    ...one.corrections.map(correctionPart),
  ]
}

const linesOf = (rows: readonly Row[]) => rows.map(({ name, text }) => line(name, text))

function headOf({ caseNumber, service, way, status, submittedAt, remarks }: CopiedCase): Part {
  return {
    heading: `【申请，编号 ${formatCaseNumber(caseNumber)}】`,
    lines: [
      line('申请什么', services[service].title),
      line('什么时候交的', moment(submittedAt)),
      line('办到哪一步', shortStatus(status, way)),
      ...remarks.map((remark) => line('后来补充的', remark)),
    ],
  }
}

/** A matter that needs no number has not asked for it. */
const numberLine = (name: string, idNumber: string | undefined) =>
  idNumber === undefined ? [] : [line(name, idNumber)]

function childPart({ child, facts }: CopiedCase): Part {
  return {
    heading: '〔孩子〕',
    lines: [
      line(names.childName, child.name),
      ...numberLine(names.childIdNumber, child.idNumber),
      line('哪天出生', dayWords(facts.child?.birthDate) ?? notTold),
      ...linesOf(childRows(facts)),
    ],
  }
}

function applicantPart({ applicant, facts }: CopiedCase): Part {
  return {
    heading: '〔申请人〕',
    lines: [
      line(names.applicantName, applicant.name),
      ...numberLine(names.applicantIdNumber, applicant.idNumber),
      line(names.applicantPhone, applicant.phone),
      line('能不能打这个电话', applicant.safeToContact ? '可以打' : '没同意打'),
      line('是孩子的', relationText(facts.applicant)),
      line('谁填的', helperWords[applicant.helper]),
    ],
  }
}

function detailsPart({ details }: CopiedCase): Part {
  const lines = detailIds.reduce<string[]>((all, id) => {
    const answer = details[id]
    return answer ? all.concat(line(detailQuestions[id].title, detailWords(id, answer))) : all
  }, [])
  return { heading: '〔想办什么〕', lines }
}

/** A parent nobody spoke of has no part. */
function parentParts({ parents = [] }: FamilyFacts): Part[] {
  const inOrder = parentRoles.map((role) => parents.filter((parent) => parent.role === role)[0] ?? { role })
  return inOrder.map((parent) => {
    const { role, told, denied } = parentWords(parent)
    const no = denied.length > 0 ? [line('说没有', denied.join('、'))] : []
    return { heading: `〔${parentNames[role]}〕`, lines: [...told.map((text) => line('情况', text)), ...no] }
  })
}

/** Papers named when the application was handed in of which no photo is in use. */
function withoutPhoto({ papers, photos }: CopiedCase): string[] {
  return papers
    .filter(({ paper }) => photos.every((photo) => photo.paper !== paper))
    .map(({ paper, attachmentIds }) =>
      line(nameOfPaper(paper), attachmentIds.length > 0 ? '照片不再使用' : '交申请时没有照片'),
    )
}

function eventsPart({ service, way, facts, events }: CopiedCase): Part {
  const offices = officesOf(service, facts)
  const lines = events.reduce<string[]>((all, event) => all.concat(eventLines(event, way, offices)), [])
  return { heading: '〔办的经过〕', lines }
}

function eventLines(
  { kind, by, at, office, reason, supplement }: CopiedEvent,
  way: CaseWay,
  offices: Offices,
): string[] {
  const named = { ...offices, ...(office && { [by === 'district' ? 'deciding' : 'intake']: office }) }
  const asked = supplement?.papers ?? []
  return [
    line(moment(at), eventSentence(kind, way, named)),
    ...(reason === undefined ? [] : [line('写明的话', reason)]),
    ...asked.map((one) => line('要补的材料', `${nameOfPaper(one.paper)}，${one.reason}`)),
  ]
}

function officesOf(service: ServiceCode, { child }: FamilyFacts): Offices {
  const places = { hukou: child?.hukou?.division, residence: child?.residence?.division }
  const { offices: procedure, department } = services[service]
  return officesOn(routeOf(service, places) ?? { kind: 'elsewhere', procedure }, department, officeElsewhere)
}

function consentLines({ kind, actor, givenAt, withdrawnAt }: CopiedConsent): string[] {
  const { title } = consentNotices[kind]
  const given = line(title, `${moment(givenAt)}，${consentActorWords[actor]}`)
  return withdrawnAt === null ? [given] : [given, line(title, `${moment(withdrawnAt)}撤回了同意`)]
}

function correctionPart(one: CopiedCorrection): Part {
  const { field, status, requestedAt, decidedAt, answer, before, wanted } = one
  const known = (name: string, text: string | null) => (text === null ? [] : [line(name, text)])
  return {
    heading: `〔要求改：${names[field]}〕`,
    lines: [
      ...known('原来是', before),
      line('要改成', wanted),
      line('什么时候要求的', moment(requestedAt)),
      line('办得怎么样', correctionStatusWords[status]),
      ...known('什么时候答复的', decidedAt && moment(decidedAt)),
      ...known('答复', answer),
    ],
  }
}
