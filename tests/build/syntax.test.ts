import { parse } from 'acorn'
import { filesEnding, read } from './support/dist'

const scripts = filesEnding('.js')

test('there are scripts to look at', () => {
  expect(scripts).toContain('app.js')
  expect(scripts.length).toBeGreaterThan(10)
})

test.each(scripts)('旧手机读得懂：%s parses as ES5', (file) => {
  expect(() => parse(read(file), { ecmaVersion: 5 })).not.toThrow()
})

// WeChat allows this one text and no other (dev/framework/runtime/js-support.html).
const allowed = /Function\(["']return this["']\)/g

test('no code is made from text, but webpack’s question for the global object', () => {
  const makers = scripts.filter((file) => /\bFunction\(["'`]|\beval\(/.test(read(file).replace(allowed, '')))
  expect(makers).toEqual([])
})

/** Not there in WeChat, or in old versions of it, and not to be had by translating syntax. */
const absent = {
  Proxy: /\bnew Proxy\(/,
  Intl: /\bIntl\./,
  TextEncoder: /\bText(En|De)coder\b/,
  URL: /\bnew URL\(/,
  AbortController: /\bnew AbortController\b/,
  structuredClone: /\bstructuredClone\(/,
  replaceAll: /\.replaceAll\(/,
  indexedDB: /\bindexedDB\b/,
  fetch: /[^.\w]fetch\(/,
}

test.each(Object.entries(absent))('no %s on the phone', (_name, pattern) => {
  // taro.js carries an imitation of the browser's URL, which nothing here calls.
  const users = scripts.filter((file) => file !== 'taro.js' && pattern.test(read(file)))
  expect(users).toEqual([])
})
