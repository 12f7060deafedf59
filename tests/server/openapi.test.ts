import { routes, type Route } from '@contracts/routes'
import { errorCodes } from '@contracts/errors'
import Ajv2020, { type AnySchema } from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import { Family, submission } from './support/family'
import { startTestApi, type TestApi } from './support/testApi'

interface Operation {
  operationId: string
  security: object[]
  parameters: { name: string; in: string }[]
  requestBody?: { content: Record<string, { schema: AnySchema }> }
  responses: Record<string, { content?: Record<string, { schema?: AnySchema }> }>
}
interface Document {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: { schemas: { Error: AnySchema } }
}

let api: TestApi
let document: Document
const ajv = addFormats(new Ajv2020({ strict: false, allErrors: true }))
beforeAll(async () => {
  api = await startTestApi()
  document = (await api.app.inject('/openapi.json')).json()
})
afterAll(() => api.close())

const operationOf = ({ method, path }: Route): Operation | undefined =>
  document.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]

/** Fails with what is wrong, not only that something is. */
function expectValid(schema: AnySchema | undefined, value: unknown): void {
  const check = ajv.compile(schema ?? false)
  check(value)
  expect(check.errors ?? []).toEqual([])
}

it('是 OpenAPI 3.1', () => expect(document.openapi).toBe('3.1.0'))

it.each(Object.entries<Route>(routes))('%s 写在里面，和路由表一样', (name, route) => {
  const operation = operationOf(route)
  expect(operation?.operationId).toBe(name)
  expect(operation?.security).toHaveLength(route.auth === 'citizen' ? 1 : 0)
  expect(Object.keys(operation?.responses ?? {})).toEqual([String(route.success), 'default'])
  const names = operation?.parameters.map((parameter) => parameter.name) ?? []
  expect(names.includes('id')).toBe(route.path.includes(':id'))
  expect(names.includes('idempotency-key')).toBe(route.idempotent === true)
})

it('没有多出来的地址', () => {
  const count = Object.values(document.paths).reduce((sum, path) => sum + Object.keys(path).length, 0)
  expect(count).toBe(Object.keys(routes).length)
})

it('每一个格式本身都是对的 JSON Schema', () => {
  for (const path of Object.values(document.paths)) {
    for (const operation of Object.values(path)) {
      const bodies = [operation.requestBody, ...Object.values(operation.responses)]
      const schemas = bodies.flatMap((body) => Object.values(body?.content ?? {}).map(({ schema }) => schema))
      for (const schema of schemas) {
        if (schema && !JSON.stringify(schema).includes('#/components'))
          expect(() => ajv.compile(schema)).not.toThrow()
      }
    }
  }
})

it('错误的代码是一张封闭的表', () => {
  expect(JSON.stringify(document.components.schemas.Error)).toContain(JSON.stringify(errorCodes))
})

it('真的回答和文档写的一样', async () => {
  const family = await Family.signIn(api)
  const schemaOf = (route: Route) =>
    operationOf(route)?.responses[String(route.success)]?.content?.['application/json']?.schema
  const attachment = await family.upload('childPhoto')
  expectValid(schemaOf(routes.uploadAttachment), attachment)
  const papers = [{ paper: 'childPhoto', attachmentIds: [attachment.id] }]
  const body = submission({ papers })
  expectValid(operationOf(routes.submitApplication)?.requestBody?.content['application/json']?.schema, body)
  const receipt = (await family.submit(body)).json()
  expectValid(schemaOf(routes.submitApplication), receipt)
  expectValid(schemaOf(routes.listCases), (await family.get('/api/v1/applications')).json())
  expectValid(schemaOf(routes.caseDetail), await family.caseOf(receipt.applicationId))
  expectValid(schemaOf(routes.serviceInfo), (await api.app.inject('/api/v1/service')).json())
  expectValid(document.components.schemas.Error, (await api.app.inject('/nothing')).json())
})

it('给人看的文档打得开，不连外面的网站', async () => {
  const page = await api.app.inject('/docs/')
  expect(page.statusCode).toBe(200)
  expect(page.headers['content-security-policy']).not.toMatch(/https?:|swagger\.io/)
})
