import { clauseById } from '@domain/policy/clauses'
import { searchPolicy } from '@domain/policy/search'

/** Clause and place of each sentence found, with what is highlighted in it. */
const found = (words: string) =>
  searchPolicy(words).map(({ clause, sentence, text, ranges }) => [
    `${clause}/${sentence}`,
    ranges.map(({ start, end }) => text.slice(start, end)).join('｜'),
  ])

describe('在原文里找', () => {
  test.each<[string, string, string[][]]>([
    ['一个词', '跨省通办', [['1.1/2', '跨省通办']]],
    ['两个词，都要有', '法律援助 转学', [['5.2/1', '法律援助｜转学']]],
    ['前后和中间的空格不算', '  法律援助 　 转学 ', [['5.2/1', '法律援助｜转学']]],
    ['用逗号、顿号隔开也行', '法律援助，转学、司法救助', [['5.2/1', '法律援助｜司法救助｜转学']]],
    ['全角的数字', '７０％', [['2.2/2', '70%']]],
    ['英文引号', '"两免一补"', [['3.3/2', '“两免一补”']]],
    ['一句里有几处', '教联体', [['6.1/4', '教联体｜教联体']]],
    ['连着的词标成一段', '跨省 通办', [['1.1/2', '跨省通办']]],
    ['一个词在另一个词里', '刑满释放 满释', [['1.1/10', '刑满释放']]],
    ['叠着的词标成一段', '满释放 刑满', [['1.1/10', '刑满释放']]],
    ['标题里的词', '防范打击', [['5.1/0', '防范打击']]],
    ['责任单位里的词', '市红十字会', [['7.3/5', '市红十字会']]],
    ['退出情形', '强制戒毒', [['1.1/10', '强制戒毒']]],
    ['原文有、白话也有', '添翼计划', [['2.2/5', '添翼计划']]],
    ['没有的词', '交通补贴', []],
    ['一个有、一个没有', '跨省通办 交通补贴', []],
    ['什么都没写', '', []],
    ['只有空格和标点', ' 　，。', []],
  ])('%s：%s', (_name, words, expected) => {
    expect(found(words)).toEqual(expected)
  })
})

describe('用平常的说法找', () => {
  test('“低保”找到“最低生活保障”，标出那一条的引文', () => {
    expect(found('低保').map(([place]) => place)).toEqual(['1.1/3', '1.1/4', '2.2/1', '2.2/2', '2.2/3'])
    expect(found('低保')[1]?.[1]).toBe('对获得最低生活保障后生活仍有困难的儿童提供必要的方式、照料服务')
    expect(found('低保')[4]?.[1]).toBe('低保')
  })

  test('一个词在原文、一个词在白话，标出原文里的', () => {
    expect(found('全额资助 医保费')).toEqual([['2.2/1', '全额资助']])
  })

  test('白话只算引文所在的那一句', () => {
    expect(found('上学的各个阶段')).toEqual([['3.3/2', '将困境儿童全面纳入各教育阶段资助范围']])
  })

  test('两个词在同一句的两条白话里，两条的引文都标', () => {
    const [place, marked] = found('免费律师 安排地方')[0] ?? []
    expect(place).toBe('5.2/1')
    expect(marked).toMatch(/^推动落实法律援助.*｜对因遭受侵害暂时/)
  })

  test('没有名称的条目，只按白话找', () => {
    expect(found('e')).toEqual([])
  })

  test('标出来的地方按次序，不重叠，不出句子', () => {
    for (const words of ['低保', '儿童', '困境 儿童', '孤儿 儿童 孤']) {
      const all = searchPolicy(words)
      expect(all.length).toBeGreaterThan(3)
      for (const { clause, sentence, text, ranges } of all) {
        expect(clauseById(clause).sentences[sentence]?.text).toBe(text)
        const ends = ranges.flatMap(({ start, end }) => [start, end])
        expect(ends).toEqual([...new Set(ends)].sort((one, other) => one - other))
        expect(ends[ends.length - 1]).toBeLessThanOrEqual(text.length)
      }
    }
  })
})
