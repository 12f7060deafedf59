import fc from 'fast-check'

/** The parts of JSON Schema 2020-12 that the published document uses. */
export interface Schema {
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  minItems?: number
  maxItems?: number
  minLength?: number
  maxLength?: number
  pattern?: string
  format?: string
  minimum?: number
  maximum?: number
}

/** Values that a schema cannot describe, by the name of the property: a real ID number, a paper of the catalogue. */
export type Known = Readonly<Record<string, fc.Arbitrary<unknown>>>

/** Values that the schema allows, small ones mostly. @param name of the property it belongs to */
export function valueOf(schema: Schema, known: Known, name = ''): fc.Arbitrary<unknown> {
  const special = known[name]
  if (special) return special
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map((choice) => valueOf(choice, known)))
  const [type] = [schema.type].flat()
  switch (type) {
    case 'object':
      return objectOf(schema, known)
    case 'array':
      return fc.array(valueOf(schema.items ?? {}, known), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 3, 3),
      })
    case 'string':
      return stringOf(schema)
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -3, max: Math.min(schema.maximum ?? 9, 9) })
    case 'number':
      return fc.double({ min: schema.minimum ?? -3, max: schema.maximum ?? 999, noNaN: true })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return fc.jsonValue({ maxDepth: 2 })
  }
}

function objectOf({ properties = {}, required = [] }: Schema, known: Known): fc.Arbitrary<unknown> {
  const fields = Object.entries(properties).map(([name, field]): [string, fc.Arbitrary<unknown>] => [
    name,
    valueOf(field, known, name),
  ])
  return fc.record(Object.fromEntries(fields), { requiredKeys: required })
}

function stringOf({ pattern, format, minLength = 0, maxLength = 40 }: Schema): fc.Arbitrary<unknown> {
  if (format === 'uuid') return fc.uuid({ version: 4 })
  if (pattern) return fc.stringMatching(new RegExp(pattern)).map((text) => text.slice(0, 60))
  return fc.string({ minLength, maxLength: Math.min(maxLength, 40), unit: 'grapheme' })
}
