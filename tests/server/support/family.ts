import { randomInt, randomUUID } from 'node:crypto'
import type { ApplicationSubmission, CaseDetail, Receipt } from '@contracts/applications'
import type { Attachment } from '@contracts/attachments'
import { consentNotices } from '@domain/application/consentNotices'
import { formVersion } from '@domain/application/submission'
import { policy } from '@domain/policy/version'
import type { PaperId } from '@domain/services/papers'
import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import sharp from 'sharp'
import type { TestApi } from './testApi'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

let serial = randomInt(1000)

/** A made-up number that passes the check of GB 11643, another one each time. @param birthDate YYYYMMDD */
export function idNumber(birthDate: string, division = '150302'): string {
  const body = `${division}${birthDate}${String((serial += 1) % 1000).padStart(3, '0')}`
  const sum = weights.reduce((total, weight, index) => total + weight * Number(body[index]), 0)
  return body + ('10X98765432'[sum % 11] ?? '')
}

/** Of a matter that an office decides about. */
export type WithNumbers = ApplicationSubmission & {
  applicant: { idNumber: string }
  child: { idNumber: string }
}

/** A family that meets the conditions: father dead, mother in prison; the grandmother applies. */
export function submission(changes: Partial<WithNumbers> = {}): WithNumbers {
  return {
    service: 'DFUC_ALLOWANCE',
    formVersion,
    policyVersion: policy.version,
    applicant: {
      name: '王秀兰',
      idNumber: idNumber('19580312'),
      phone: '13812345678',
      safeToContact: false,
      helper: 'none',
    },
    child: { name: '王小明', idNumber: idNumber('20150607') },
    facts: {
      child: { hukou: { division: '150302001' }, adoption: null, abandoned: false, recognised: [] },
      parents: [
        { role: 'father', dead: true },
        { role: 'mother', dead: false, declaredMissing: false, imprisoned: { termMonths: 36 } },
      ],
      applicant: { relation: 'grandparent', entrusted: true },
    },
    papers: [],
    consents: [childDataConsent],
    ...changes,
  }
}

export const childDataConsent = {
  kind: 'childData',
  noticeVersion: consentNotices.childData.version,
  actor: 'guardian',
} as const

/** A small real JPEG; each call gives another picture. */
export function photo(width = 320, height = 240): Promise<Buffer> {
  const background = { r: randomInt(256), g: randomInt(256), b: randomInt(256) }
  return sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer()
}

export interface MultipartPart {
  name: string
  value: string | Buffer
  fileName?: string
  type?: string
}

/** A body as the phone sends it. */
export function multipart(parts: MultipartPart[]): { payload: Buffer; headers: Record<string, string> } {
  const boundary = `----test${randomUUID()}`
  const chunks = parts.flatMap(({ name, value, fileName, type }) => [
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${fileName === undefined ? '' : `; filename="${fileName}"`}\r\n`,
    type === undefined ? '\r\n' : `content-type: ${type}\r\n\r\n`,
    value,
    '\r\n',
  ])
  const payload = Buffer.concat([...chunks, `--${boundary}--\r\n`].map((chunk) => Buffer.from(chunk)))
  return { payload, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } }
}

/** One family at its phone. */
export class Family {
  constructor(
    private readonly api: TestApi,
    readonly token: string,
  ) {}

  static async signIn(api: TestApi): Promise<Family> {
    return new Family(api, await api.signIn())
  }

  call(options: InjectOptions): Promise<LightMyRequestResponse> {
    const headers = { authorization: `Bearer ${this.token}`, ...options.headers }
    return this.api.app.inject({ ...options, headers })
  }

  get(url: string): Promise<LightMyRequestResponse> {
    return this.call({ method: 'GET', url })
  }

  post(url: string, payload: object, key: string = randomUUID()): Promise<LightMyRequestResponse> {
    return this.call({ method: 'POST', url, payload, headers: { 'idempotency-key': key } })
  }

  sendPhoto(paper: PaperId, bytes: Buffer, clientId: string = randomUUID()): Promise<LightMyRequestResponse> {
    const { payload, headers } = multipart([
      { name: 'paper', value: paper },
      { name: 'clientId', value: clientId },
      { name: 'file', value: bytes, fileName: 'photo', type: 'application/octet-stream' },
    ])
    return this.call({ method: 'POST', url: '/api/v1/attachments', payload, headers })
  }

  async upload(paper: PaperId): Promise<Attachment> {
    return ok<Attachment>(await this.sendPhoto(paper, await photo()), 201)
  }

  submit(body: ApplicationSubmission, key?: string): Promise<LightMyRequestResponse> {
    return this.post('/api/v1/applications', body, key)
  }

  /** Files an application with one photo of the hukou book. */
  async apply(changes: Partial<WithNumbers> = {}): Promise<Receipt> {
    const attachment = await this.upload('childHukouBook')
    const papers = [{ paper: 'childHukouBook', attachmentIds: [attachment.id] }]
    return ok<Receipt>(await this.submit(submission({ papers, ...changes })), 201)
  }

  async caseOf(id: string): Promise<CaseDetail> {
    return ok<CaseDetail>(await this.get(`/api/v1/applications/${id}`), 200)
  }
}

function ok<T>(answer: LightMyRequestResponse, status: number): T {
  if (answer.statusCode !== status) throw new Error(`${answer.statusCode}: ${answer.body}`)
  return answer.json<T>()
}
