import { clauseHeadedBy } from '@domain/policy/clauseNames'
import { clauses } from '@domain/policy/clauses'
import { policyParts } from '@domain/policy/policyParts'
import { sentencesByLine } from '@domain/policy/sentences'

/* How the text is taken apart: by lines, by sentences, by headings. */

test.each<[string, string, string[][]]>([
  ['一行两句', '第一句。第二句。', [['第一句。', '第二句。']]],
  ['分号也断句', '第一句；第二句。', [['第一句；', '第二句。']]],
  ['括号和引号跟着前一句', '（第一句。）“第二句。”完', [['（第一句。）', '“第二句。”', '完']]],
  ['没有句号的行，是一句', '责任单位：市民政局', [['责任单位：市民政局']]],
  ['空行和只有空格的行不要', '第一行。\n\n   \n第二行。\n', [['第一行。'], ['第二行。']]],
  ['行前行后的空格不要', '  第一行。  ', [['第一行。']]],
  ['什么也没有', '', []],
])('断句：%s', (_what, text, expected) => {
  expect(sentencesByLine(text)).toEqual(expected)
})

test.each<[string, string, string | undefined]>([
  ['有编号、有句号', '（二）丰富基本生活保障内容。', '1.2'],
  ['没有编号', '细化医疗救助措施。', '2.2'],
  ['没有句号', '（二）加强救助保护和预防干预', '5.2'],
  ['编号在中间，不是标题', '丰富（二）基本生活保障内容。', undefined],
  ['句号在中间，不是标题', '丰富。基本生活保障内容', undefined],
  ['后面还有话，不是标题', '（二）丰富基本生活保障内容。按月发给。', undefined],
  ['空的', '', undefined],
])('条的标题：%s', (_what, sentence, id) => {
  expect(clauseHeadedBy(sentence)?.id).toBe(id)
})

describe('章的标题', () => {
  test('每一章是自己的号数，段落一行是一行', () => {
    const parts = policyParts()
    expect(parts.map(({ number }) => number)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    for (const { number, heading, paragraphs } of parts) {
      expect(heading === '').toBe(number === 0)
      expect(heading).toBe(heading.trim())
      expect(paragraphs.length).toBeGreaterThan(0)
      for (const paragraph of paragraphs) {
        expect(paragraph).not.toBe('')
        expect(paragraph).toBe(paragraph.trim())
        expect(paragraph).not.toMatch(/^[一二三四五六七]、/)
      }
    }
  })

  test('条里没有章的标题', () => {
    for (const { sentences } of clauses())
      for (const { text } of sentences) expect(text).not.toMatch(/^[一二三四五六七]、/)
  })
})
