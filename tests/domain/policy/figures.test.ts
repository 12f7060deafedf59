import { policyText } from '@domain/policy/policyText'
import { figuresIn, sentencesIn, sentencesOfFolder } from './figures'

/** Every figure a person may be told, and where it is written. A new one needs a source before it needs a line here. */
const sources: Readonly<Record<string, string>> = {
  '70%': '征求意见稿 二（二）',
  '18周岁': '征求意见稿 一（一）退出情形',
  '18岁': '征求意见稿 一（一）退出情形；民法典17条',
  '6个月': '民发〔2019〕62号：失联、服刑、强制戒毒六个月以上；流动儿童的居住时间',
  '16岁': '特困人员认定办法：未满16周岁的未成年人无劳动能力',
  '16周岁': '特困人员认定办法：未满16周岁的未成年人无劳动能力；流动儿童不满16周岁',
  '6周岁': '义务教育法11条：年满六周岁入学',
  '3周岁': '学前教育法2条：三周岁到入小学前',
  '1日': '不是期限：只记得月份时填的日子',
}

const told = ['policy', 'eligibility'].flatMap(sentencesOfFolder)

describe('说给人听的数字，都有出处', () => {
  test('政策和规则的文字里，没有查不到出处的金额、比例、年龄、期限', () => {
    const unsourced = told.flatMap(({ file, text }) =>
      figuresIn(text)
        .filter((found) => !sources[found])
        .map((found) => `${file}：${found}没有出处，在 sources 里写明（${text}）`),
    )
    expect(unsourced).toEqual([])
  })

  test('出处写征求意见稿的，原文里真的有', () => {
    const claimed = Object.keys(sources).filter((found) => sources[found]?.startsWith('征求意见稿'))
    expect(claimed.length).toBeGreaterThan(0)
    for (const found of claimed) expect(policyText).toContain(found.replace('18岁', '18周岁'))
  })

  test('渐退期旁边没有月数：没有一份文件公布过', () => {
    const lengths = told.filter(
      ({ text }) =>
        text !== policyText && /渐退期[^。]{0,6}[\d一二三四五六七八九十半]+个?(月|年|天)/.test(text),
    )
    expect(lengths).toEqual([])
  })
})

describe('这项检查自己管用', () => {
  test.each([
    ['每月发1950元。', ['1950元']],
    ['每月１９５０元', ['1950元']],
    ['补助一千元，救助80%。', ['一千元', '80%']],
    ['渐退期六个月。', ['六个月']],
    ['15个工作日内答复，最多20天。', ['15个工作日', '20天']],
    ['收入不超过低保的1.5倍，未满七周岁', ['1.5倍', '七周岁']],
    ['2025年12月7日发布，是哪一天？', []],
    ['第5项，一级残疾，三个区。', []],
  ])('“%s”里的数字：%j', (sentence, found) => {
    expect(figuresIn(sentence)).toEqual(found)
  })

  test('程序里的文字都看得到：单引号、模板、对象的键；注释不算', () => {
    const source =
      "const a = { '键1元': '值2元' } // 注释3元\nconst b = `头4元${a}中${a}尾5元`; const c = 'abc'"
    expect(sentencesIn(source)).toEqual(['键1元', '值2元', '头4元', '中', '尾5元'])
  })
})
