import { createHash } from 'node:crypto'
import { policyText } from '@domain/policy/policyText'
import { defaultSettings, policySettings } from '@domain/policy/settings'
import { policy } from '@domain/policy/version'

const withoutBreaks = (text: string) => text.replace(/\s/g, '')
const printed = withoutBreaks(policyText)

describe('政策原文', () => {
  test('标题、状态都在原文里', () => {
    expect(printed).toContain(withoutBreaks(policy.title))
    expect(printed).toContain(policy.status)
  })

  test('七章、八种退出情形都在，一章不少', () => {
    for (const chapter of ['一、', '二、', '三、', '四、', '五、', '六、', '七、']) {
      expect(policyText).toMatch(new RegExp(`^${chapter}`, 'm'))
    }
    for (let exit = 1; exit <= 8; exit += 1) expect(policyText).toMatch(new RegExp(`^${exit}\\.`, 'm'))
  })

  test('一个字、一个标点都没有改过', () => {
    const digest = createHash('sha256').update(policyText).digest('hex')
    expect(digest).toBe('3070dcaeae8fb06751513440145ab9b777ecc908930d46b795664311d5d7cda8')
  })

  test.each([
    '附件;',
    '最低生活障范围',
    '必要的方式、照料服务',
    '物质保障项精神关爱',
    '符合审疾病应救助基金',
    '等措。',
    '共总工会、青团',
  ])('原文的错字照印：%s', (misprint) => {
    expect(policyText).toContain(misprint)
  })
})

describe('留给部门公布的数值', () => {
  test('没有公布的就是空，不编数字', () => {
    const unpublished = [
      'gradualExitMonths',
      'seriousIllnesses',
      'nearSubsistenceMultiple',
      'chronicOutpatientIllnesses',
    ] as const
    for (const name of unpublished) {
      expect(defaultSettings[name]).toBeNull()
      expect(policySettings[name].source).toBeNull()
    }
  })

  test('有数值的都写明出处', () => {
    for (const { value, source } of Object.values(policySettings))
      expect(value === null).toBe(source === null)
    expect(defaultSettings.restrictedTermMonths).toBe(6)
    expect(defaultSettings.gradualExitAfterGraduation).toBe(false)
  })
})
