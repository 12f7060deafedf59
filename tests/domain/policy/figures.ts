import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import ts from 'typescript'

const domain = resolve(__dirname, '../../../src/domain')

/** A number and the unit that makes it a promise: an amount, a share, an age, a time limit. */
const figure =
  /(?:\d+(?:\.\d+)?|[零〇一二两三四五六七八九十百千半]+)\s*(?:万元|元|万|%|％|个工作日|工作日|个月|天|日|倍|周岁|岁|年)/g

/** Names of days, which promise nothing: 2025年12月7日, 哪一天. */
const day = /\d{4}年|\d+月\d+日|[哪每同]一天/g

/** Every figure in a sentence; full-width digits count. */
export function figuresIn(sentence: string): string[] {
  const plain = sentence.replace(/[０-９]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
  return plain.replace(day, '').match(figure) ?? []
}

/** Every string of a program that holds Chinese; `${…}` in a template is a value of some setting, not a figure. */
export function sentencesIn(source: string): string[] {
  const found: string[] = []
  const look = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) found.push(node.text)
    if (ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) found.push(node.text)
    ts.forEachChild(node, look)
  }
  look(ts.createSourceFile('source.ts', source, ts.ScriptTarget.ES2022))
  return found.filter((text) => /[一-鿿]/.test(text))
}

/** The sentences of a folder of the domain, by file. */
export function sentencesOfFolder(folder: string): { file: string; text: string }[] {
  return readdirSync(join(domain, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) =>
      sentencesIn(readFileSync(join(domain, folder, file), 'utf8')).map((text) => ({
        file: `${folder}/${file}`,
        text,
      })),
    )
}
