import { read, files } from './support/dist'
import { placeholderApiBase } from '../../config/constants'

const texts = files.filter((file) => !/\.(png|jpg|LICENSE\.txt)$/.test(file))

/** Addresses that are names, not places anybody calls. */
const harmless = [
  placeholderApiBase,
  // React's explanation of a shortened error message.
  'https://reactjs.org',
  // Taro's words in a warning, and its ground for relative addresses.
  'https://taro-docs.jd.com',
  'https://docs.taro.zone',
  'https://taro.com',
  'http://taro.zone',
  // Names of markup languages and of the JSON schema language.
  'http://www.w3.org',
  'https://json-schema.org',
  'http://json-schema.org',
]

function hostsIn(text: string): string[] {
  return [...text.matchAll(/\b(?:https?|wss?):\/\/[a-z0-9.-]+/gi)].map(([host]) => host)
}

test('the mini program knows no address but its own API', () => {
  const base = process.env.API_BASE
  const known = base ? [...harmless, base] : harmless
  const foreign = texts.flatMap((file) =>
    hostsIn(read(file))
      .filter((host) => !known.includes(host))
      .map((host) => `${file}: ${host}`),
  )
  expect([...new Set(foreign)]).toEqual([])
})

/** Would mean that a file of the server, or a secret, has slipped in. */
const belongsToServer = [
  'node:',
  'src/server',
  'kysely',
  'fastify',
  'DATABASE_URL',
  'KEYRING',
  'WECHAT_SECRET',
  'session_key',
  'jscode2session',
  'scrypt',
  'PRIVATE KEY',
  'code_verifier',
]

test.each(belongsToServer)('nothing of the server is in the package: %s', (word) => {
  expect(texts.filter((file) => read(file).includes(word))).toEqual([])
})

// `z.parse(Schema, await …)` makes the translated code carry the whole of zod, dictionaries and all: 200 kB.
// Import the function by name, or await first.
test('zod’s dictionaries stay at home', () => {
  expect(texts.filter((file) => /Ogiltig|Entrada inválida/.test(read(file)))).toEqual([])
})

test('no source map and no gallery is published', () => {
  expect(files.filter((file) => file.endsWith('.map') || file.includes('gallery'))).toEqual([])
})

test('Chinese is written as such, not as six bytes a character', () => {
  const escaped = texts.filter((file) => (read(file).match(/\\u[4-9][0-9a-f]{3}/gi) ?? []).length > 20)
  expect(escaped).toEqual([])
})
