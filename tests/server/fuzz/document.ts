import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import type { Schema } from './jsonSchema'

interface Content {
  schema?: Schema
}
interface Answer {
  content?: Record<string, Content>
}
interface Published {
  operationId: string
  security: object[]
  parameters: { name: string; in: string; required?: boolean; schema: Schema }[]
  requestBody?: { content: Record<string, Content> }
  responses: Record<string, Answer>
}
interface Document {
  paths: Record<string, Record<string, Published>>
  components: { schemas: { Error: Schema } }
}

/** One published address with one method. */
export interface Operation extends Published {
  method: string
  /** `/api/v1/applications/{id}` */
  path: string
  isPublic: boolean
}

export async function operationsOf(app: FastifyInstance): Promise<Operation[]> {
  const { paths } = (await app.inject('/openapi.json')).json<Document>()
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, published]) => ({
      ...published,
      method: method.toUpperCase(),
      path,
      isPublic: published.security.length === 0,
    })),
  )
}

/**
 * What is wrong with an answer, by what is published.
 * @param operation absent when the request asked for none of the published addresses
 * @returns one line, or nothing
 */
export async function answerCheck(
  app: FastifyInstance,
): Promise<(answer: LightMyRequestResponse, operation?: Operation) => string | undefined> {
  const { components } = (await app.inject('/openapi.json')).json<Document>()
  const ajv = addFormats(new Ajv2020({ strict: false }))
  const isError = ajv.compile(components.schemas.Error)
  const checks = new Map<Schema, ValidateFunction>()
  const checkOf = (schema: Schema) => {
    const known = checks.get(schema) ?? ajv.compile(schema)
    checks.set(schema, known)
    return known
  }
  return (answer, operation) => {
    const { statusCode: status } = answer
    // A made-up code may make WeChat's stand-in seem in trouble, which is answered as such.
    const isWechats = status === 503 && answer.body.includes('"WECHAT_UNAVAILABLE"')
    if (status >= 500 && !isWechats) return `${status} ${answer.body.slice(0, 200)}`
    if (answer.raw.req.method === 'HEAD') return answer.body === '' ? undefined : 'HEAD 有内容'
    const said = operation?.responses[String(status)]
    if (!said) return status >= 400 ? against(isError, answer) : notModified(answer, operation)
    const [type, content] = Object.entries(said.content ?? {})[0] ?? []
    if (type === undefined) return answer.body === '' ? undefined : `${status} 有不该有的内容`
    if (!String(answer.headers['content-type']).startsWith(type)) return `${status} 不是 ${type}`
    return content?.schema ? against(checkOf(content.schema), answer) : undefined
  }
}

function against(check: ValidateFunction, answer: LightMyRequestResponse): string | undefined {
  let body: unknown
  try {
    body = answer.json()
  } catch {
    return `${answer.statusCode} 不是 JSON：${answer.body.slice(0, 200)}`
  }
  return check(body)
    ? undefined
    : `${answer.statusCode} ${JSON.stringify(check.errors)} ${answer.body.slice(0, 300)}`
}

/** A cache that has this version already hears 304 without a body. */
function notModified(
  { statusCode, body }: LightMyRequestResponse,
  operation?: Operation,
): string | undefined {
  if (statusCode === 304 && body === '') return undefined
  return `${statusCode} ${operation?.operationId ?? ''}：文档里没有这个状态`
}
