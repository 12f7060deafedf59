import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { ariaAttributes, ariaComponents, ariaTags } from '../../config/ariaComponents'
import { read } from './support/dist'

interface Template {
  tag: string
  text: string
}

// Numbers of templates change from build to build: they are told apart by the tag inside.
const templates: Template[] = [
  ...read('base.wxml').matchAll(/<template name="tmpl_\d+_[^"]*">(.*?)<\/template>/gs),
].flatMap(([, text = '']) => {
  const tag = /^\s*<([a-z-]+)/.exec(text)?.[1]
  return tag ? [{ tag, text }] : []
})

/**
 * pure-view has neither attribute nor handler, click-view a tap alone: Taro chooses them for views that
 * carry no name, so they need no binding.
 */
const needsNames = ({ text }: Template) =>
  /\b(bind|catch)(?!tap\b)[a-z]+=/.test(text) || /\s(hover-class|scroll-y|src|value|for)=/.test(text)

const sources = (folder: string): string[] =>
  readdirSync(resolve(__dirname, '../..', folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => readFileSync(resolve(__dirname, '../..', folder, name), 'utf8'))

const used = ariaTags.filter((tag) => templates.some((template) => template.tag === tag))

test('the templates hold the components that pages are made of', () => {
  expect(used).toEqual(ariaTags)
})

test('no page uses a component whose names would stay silent', () => {
  // A frame without a name of its own: the dialog inside carries it.
  const nameless = ['PageContainer']
  const imports = sources('src/miniprogram').flatMap((text) =>
    [...text.matchAll(/import \{([^}]*)\} from '@tarojs\/components'/g)].flatMap(([, names = '']) =>
      names.split(',').map((name) => name.trim()),
    ),
  )
  const mute = imports.filter((name) => name && !nameless.includes(name) && !(name in ariaComponents))
  expect(imports).toContain('View')
  expect(mute).toEqual([])
})

test.each(used)('读屏：<%s> carries every name a screen reader needs', (tag) => {
  const own = templates.filter((template) => template.tag === tag && needsNames(template))
  expect(own).not.toHaveLength(0)
  const silent = own.flatMap(({ text }) => ariaAttributes.filter((name) => !text.includes(` ${name}="{{`)))
  expect(silent).toEqual([])
})
