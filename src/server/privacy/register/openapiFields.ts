interface Schema {
  properties?: Record<string, Schema>
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  type?: unknown
  $ref?: string
}

interface Content {
  content?: Record<string, { schema?: Schema }>
}

interface Operation {
  operationId: string
  requestBody?: Content
  responses: Record<string, Content>
}

interface OpenApi {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}

const branches = ({ anyOf = [], oneOf = [], allOf = [] }: Schema): Schema[] => [...anyOf, ...oneOf, ...allOf]

/** Whether it only holds other properties and no value of its own. */
function isContainer(schema: Schema): boolean {
  const own = branches(schema).filter(({ type }) => type !== 'null')
  if (own.length > 0) return own.every(isContainer)
  return schema.properties !== undefined || (schema.items !== undefined && isContainer(schema.items))
}

function properties(schema: Schema, path: string): string[] {
  const nested = branches(schema).flatMap((each) => properties(each, path))
  const items = schema.items ? properties(schema.items, `${path}[]`) : []
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, value]) => {
    const place = path === '' ? name : `${path}.${name}`
    return isContainer(value) ? properties(value, place) : [place, ...properties(value, place)]
  })
  return [...nested, ...items, ...own]
}

const schemasOf = ({ content = {} }: Content) => Object.values(content).flatMap(({ schema }) => schema ?? [])

/** Every property with a value of its own in a published document, as `operation in|out path`. */
export function openapiFields(document: unknown): string[] {
  const { paths, components } = document as OpenApi
  const operations = Object.values(paths).flatMap((path) => Object.values(path))
  const fields = operations.flatMap(({ operationId, requestBody, responses }) => [
    ...schemasOf(requestBody ?? {}).flatMap((schema) =>
      properties(schema, '').map((path) => `${operationId} in ${path}`),
    ),
    ...Object.values(responses)
      .flatMap(schemasOf)
      .flatMap((schema) => properties(schema, '').map((path) => `${operationId} out ${path}`)),
  ])
  const errors = Object.values(components.schemas).flatMap((schema) =>
    properties(schema, '').map((path) => `error ${path}`),
  )
  return [...new Set([...fields, ...errors])]
}
