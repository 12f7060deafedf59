import { privacyBound, privacyBoundOpenTypes, privacyDeclared } from '../../config/privacy'
import { app, filesEnding, read } from './support/dist'

// taro.js and vendors.js carry the names of all interfaces as a list; only a call in our own code is a use.
const frameworkFiles = ['taro.js', 'vendors.js']
const ours = filesEnding('.js').filter((file) => !frameworkFiles.includes(file))

const calls = (name: string) => ours.some((file) => new RegExp(`\\.${name}\\b`).test(read(file)))

test('隐私接口：what the code calls is what the privacy guide declares', () => {
  expect(privacyBound.filter(calls)).toEqual(privacyDeclared)
})

test('no button hands over a phone number, a face or a nickname', () => {
  const scripts = [...filesEnding('.js'), ...filesEnding('.wxml')].filter(
    (file) => !frameworkFiles.includes(file),
  )
  const users = privacyBoundOpenTypes.filter((type) =>
    scripts.some((file) => new RegExp(`["']${type}["']`).test(read(file))),
  )
  expect(users).toEqual([])
})

test('no permission and no place is asked for', () => {
  expect(app.permission).toBeUndefined()
  expect(app.requiredPrivateInfos).toBeUndefined()
  expect(app.__usePrivacyCheck__).toBe(true)
})

test('the screen stays light: no pair of colours has been tried in the dark', () => {
  expect(app.darkmode ?? false).toBe(false)
})
