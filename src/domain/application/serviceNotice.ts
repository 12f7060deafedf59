import { services, type ServiceCode } from '@domain/services/catalogue'
import { departmentOf } from '@domain/services/departments'
import type { OfficeOrder } from '@domain/services/service'
import { consentNotices } from './consentNotices'
import type { ConsentKind } from './consents'
import type { DataKind } from './dataKinds'
import type { NoticeContent } from './noticeContents'

/** Who sees it, by the offices that work on it. `{deciding}` is the department of the district. */
const receivers: Record<OfficeOrder, readonly string[]> = {
  streetThenDistrict: ['街道（镇）和{deciding}办事的人。', '不给别的人。'],
  districtAlone: ['{deciding}办事的人。', '街道（镇）看不到，也不给别的人。'],
  streetAlone: ['街道（镇）办事的人。', '需要时，给要帮您的村（居）委会。'],
}

/**
 * The notice of one matter: the same text, with this matter's purpose, its offices, and no more kinds of data than its
 * form asks. Its version is the text's own: version and matter together say what was read.
 * Source: PIPL 17, 30 (purpose, kinds, receivers).
 */
export function serviceNotice(kind: ConsentKind, service: ServiceCode): NoticeContent {
  const notice = consentNotices[kind]
  if (kind === 'crossProvince') return notice
  const { neutralTitle, offices, department } = services[service]
  const common = {
    ...notice,
    purposes: [`办这件事：${neutralTitle}。`],
    receivers: receivers[offices].map((text) => text.replace('{deciding}', departmentOf(department))),
  }
  return kind === 'childData' ? { ...common, ...dataOf(service) } : common
}

type Asked = readonly [isAsked: boolean, kind: DataKind, words: string]

function dataOf(service: ServiceCode): Pick<NoticeContent, 'kindsOfData' | 'dataWords'> {
  const { kind, concerns, asks, papers } = services[service]
  const isDecided = kind === 'application'
  const whose = concerns === 'child' ? '孩子' : '您'
  const has = (paper: string) => papers.some((row) => row.paper === paper)
  const rows: readonly Asked[] = [
    [isDecided, 'identity', `${whose}的姓名、身份证号、户口和住处。`],
    [!isDecided, 'identity', `${whose}的姓名、户口和住处。`],
    [true, 'address', ''],
    [asks.parents === true, 'familySituation', '孩子父母的情况，包括身体情况。'],
    [asks.parents === true, 'health', ''],
    [asks.questions !== undefined, 'familySituation', '您答的问题，比如孩子上学、身体的情况。'],
    [asks.questions !== undefined, 'health', ''],
    [asks.details !== undefined, 'familySituation', '您想办什么。'],
    [true, 'contact', isDecided ? '您的姓名、身份证号、电话。' : '您的姓名、电话。'],
    [papers.length > 0, 'documentImage', '您拍的材料照片。'],
    [has('bankCard'), 'money', '收款的卡号。'],
    [has('incomeStatement'), 'money', '家里的收入和财产。'],
    [true, 'technical', '您什么时候登录、办了什么。'],
  ]
  const asked = rows.filter(([isAsked]) => isAsked)
  const kinds = asked.map(([, one]) => one)
  return {
    kindsOfData: kinds.filter((one, index) => kinds.indexOf(one) === index),
    dataWords: asked.map(([, , words]) => words).filter(Boolean),
  }
}
