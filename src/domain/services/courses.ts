import type { Procedure } from '@domain/tracking/machine'
import { services, type ServiceCode } from './catalogue'
import { departmentOf } from './departments'
import type { Route } from './route'
import { officesOn, type OfficeName } from './route'

/** One step on the way of a matter: who does what, and how long it may take where a rule of the whole country says so. */
export interface CourseStep {
  who: string
  what: string
  workdays?: number
}

type Row = readonly [who: '{intake}' | '{deciding}' | '您', what: string, workdays?: number]

const handIn: Row = ['您', '在手机上交，或者带材料去窗口。']
const told: Row = ['{intake}', '不管成不成，都会告诉您。']

/** Source: reference §5 (社会救助暂行办法 11条), §5.0 [W35–W37] for what is passed on. */
const courses: Record<Procedure, readonly Row[]> = {
  streetThenDistrict: [
    handIn,
    ['{intake}', '收下，一次说清还缺什么。'],
    ['{intake}', '核对材料。'],
    ['{deciding}', '作决定。不同意要写明理由。'],
    told,
  ],
  districtAlone: [
    handIn,
    ['{deciding}', '收下，一次说清还缺什么。'],
    ['{deciding}', '作决定。不同意要写明理由。'],
  ],
  streetAlone: [
    ['您', '在手机上说，或者去窗口说。'],
    ['{intake}', '看过以后，和您联系。'],
    ['{intake}', '办好了，会告诉您。'],
  ],
  passedOn: [
    handIn,
    ['{intake}', '收下，一次说清还缺什么。'],
    ['{intake}', '材料齐了，转给户口所在地。', 3],
    ['{deciding}', '那里的街道（乡镇）核对。', 15],
    ['{deciding}', '那里的民政部门作决定。', 15],
    ['{intake}', '把结果告诉您。', 3],
  ],
}

/**
 * The way of a matter on one route. Where the place is not known yet the offices are told in general: 街道（镇）, 区民政局.
 */
export function courseOf(service: ServiceCode, route?: Route, elsewhere?: OfficeName): CourseStep[] {
  const { offices: order, department } = services[service]
  const { intake, deciding } = route
    ? officesOn(route, department, elsewhere)
    : { intake: '街道（镇）', deciding: departmentOf(department) }
  return courses[route?.procedure ?? order].map(([who, what, workdays]) => ({
    who: who.replace('{intake}', intake).replace('{deciding}', deciding),
    what,
    ...(workdays === undefined ? {} : { workdays }),
  }))
}

/** The longest way of 跨省通办, in workdays of the whole country. Source: reference §5.0. */
export const longestPassedOn = courses.passedOn.reduce((sum, [, , workdays = 0]) => sum + workdays, 0)
