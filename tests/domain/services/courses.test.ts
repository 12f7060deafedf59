import { serviceCodes, services } from '@domain/services/catalogue'
import { courseOf, longestPassedOn } from '@domain/services/courses'
import { routeOf } from '@domain/services/route'

const lines = (...args: Parameters<typeof courseOf>) =>
  courseOf(...args).map(
    ({ who, what, workdays }) => `${who}：${what}${workdays ? `${workdays}个工作日` : ''}`,
  )

test('户口在外省，住在乌海：六步，最长36个工作日', () => {
  const route = routeOf('DFUC_ALLOWANCE', { hukou: '410000', residence: '150302001' })
  expect(lines('DFUC_ALLOWANCE', route)).toEqual([
    '您：在手机上交，或者带材料去窗口。',
    '海勃湾区凤凰岭街道：收下，一次说清还缺什么。',
    '海勃湾区凤凰岭街道：材料齐了，转给户口所在地。3个工作日',
    '河南省户口所在地民政部门：那里的街道（乡镇）核对。15个工作日',
    '河南省户口所在地民政部门：那里的民政部门作决定。15个工作日',
    '海勃湾区凤凰岭街道：把结果告诉您。3个工作日',
  ])
  expect(longestPassedOn).toBe(36)
})

test('残联自己办的：不经过街道', () => {
  const route = routeOf('REHAB', { hukou: '150303001', residence: '150303001' })
  expect(lines('REHAB', route)).toEqual([
    '您：在手机上交，或者带材料去窗口。',
    '海南区残联：收下，一次说清还缺什么。',
    '海南区残联：作决定。不同意要写明理由。',
  ])
})

test('还不知道在哪里：说一般怎么办', () => {
  expect(lines('DIBAO')).toContain('区民政局：作决定。不同意要写明理由。')
  expect(lines('DIRECTOR_VISIT').join()).not.toContain('决定')
})

test.each(serviceCodes)('%s：每一步都有人、有事，不写没公布的时间', (code) => {
  for (const { who, what, workdays } of courseOf(code)) {
    expect(`${who}${what}`).not.toMatch(/[{}a-zA-Z]|undefined|全程网办/)
    expect(what.length).toBeLessThanOrEqual(25)
    expect(workdays).toBeUndefined()
  }
  expect(courseOf(code).some(({ who }) => who === '街道（镇）')).toBe(
    services[code].offices !== 'districtAlone',
  )
})
