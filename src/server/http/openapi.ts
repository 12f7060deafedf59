import { ErrorBody } from '@contracts/errorBody'
import { idempotencyHeader } from '@contracts/endpoints'
import { z } from 'zod'
import type { ZodMiniType } from 'zod/mini'
import type { AnyRoute } from './call'

export interface NamedRoute {
  name: string
  route: AnyRoute
}

type Json = Record<string, unknown>

const jsonSchema = (schema: ZodMiniType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

const jsonBody = (schema: Json) => ({ 'application/json': { schema } })

/**
 * The OpenAPI 3.1 document, printed from the route table: what is mounted, what the phone calls and what is published
 * cannot differ.
 */
export function openapiDocument(mounted: readonly NamedRoute[]): Json {
  const paths: Record<string, Json> = {}
  for (const { name, route } of mounted) {
    const address = route.path.replace(/:(\w+)/g, '{$1}')
    paths[address] = { ...paths[address], [route.method.toLowerCase()]: operation(name, route) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '乌海市困境儿童保障接口',
      version: '1',
      description: '每个错误都是同一个形状：code、中文 message、traceId。',
    },
    paths,
    components: {
      schemas: { Error: jsonSchema(ErrorBody, 'output') },
      securitySchemes: { citizen: { type: 'http', scheme: 'bearer' } },
    },
  }
}

function operation(name: string, route: AnyRoute): Json {
  const body = requestBody(route)
  return {
    operationId: name,
    summary: route.summary,
    security: route.auth === 'citizen' ? [{ citizen: [] }] : [],
    parameters: parameters(route),
    ...(body ? { requestBody: { required: true, content: body } } : {}),
    responses: {
      [route.success]: { description: '成功', ...answerContent(route) },
      default: { description: '没有办成', content: jsonBody({ $ref: '#/components/schemas/Error' }) },
    },
  }
}

function parameters(route: AnyRoute): Json[] {
  const inPath = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', format: 'uuid' },
  }))
  const key = {
    name: idempotencyHeader,
    in: 'header',
    required: true,
    description: '第一次发送以前生成。重发时不变。',
    schema: { type: 'string', pattern: '^[A-Za-z0-9-]{1,255}$' },
  }
  return [...inPath, ...queryParameters(route), ...(route.idempotent ? [key] : [])]
}

function queryParameters({ query }: AnyRoute): Json[] {
  if (!query) return []
  const { properties, required = [] } = jsonSchema(query, 'input') as {
    properties: Json
    required?: string[]
  }
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))
}

function requestBody(route: AnyRoute): Json | undefined {
  if (route.body) return jsonBody(jsonSchema(route.body, 'input'))
  if (!route.upload) return undefined
  const fields = jsonSchema(route.upload, 'input')
  return {
    'multipart/form-data': {
      schema: {
        ...fields,
        properties: { ...(fields.properties as Json), file: { type: 'string', format: 'binary' } },
        required: [...((fields.required as string[] | undefined) ?? []), 'file'],
      },
    },
  }
}

function answerContent(route: AnyRoute): Json {
  if (route.binary) return { content: { 'image/jpeg': {} } }
  return route.response ? { content: jsonBody(jsonSchema(route.response, 'output')) } : {}
}
