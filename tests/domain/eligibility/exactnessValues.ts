import type { CheckerCode } from '@domain/policy/checkerCodes'
import type { Settings } from '@domain/eligibility/facts'
import type { Slice } from './exactnessBruteForce'
import { type Fact, age, disability, illness, only, recognised, stage } from './exactnessFacts'
import { father, mother } from './exactnessParents'

/* Which values of a fact a slice tells apart, where several slices tell the same. */

export const around18 = only(age, '差一天满18岁', '刚满18岁', '满18岁又7个月')
export const minorOrNot = only(age, '差一天满8岁', '差一天满18岁', '刚满18岁')
export const around16 = only(age, '差一天满16岁', '刚满16岁')
export const schoolOrNot = only(stage, '没上学', '普通高中', '本科', '硕士')
export const eitherParent = (of: Fact) => only(of, '去世', '服刑24个月', '今天回来抚养', '一直抚养')
export const anyParent = (of: Fact) =>
  only(of, '去世', '服刑24个月', '今天回来抚养', '一直抚养', '抚养，没有能力')
export const deadOrNot = (of: Fact) => only(of, '去世', '一直抚养')
export const lostOrGroundOrNot = (of: Fact) => only(of, '去世', '服刑24个月', '一直抚养')
export const ability = (of: Fact) => only(of, '去世', '服刑24个月', '一直抚养', '抚养，没有能力')
export const payment = (of: Fact) =>
  only(of, '去世', '服刑24个月', '服刑，给抚养费', '一直抚养', '有能力，不给抚养费')
export const orphanOrNot = only(recognised, '没有', '孤儿')
export const dfucOrNot = only(recognised, '没有', '事实无人抚养')
export const orphanOrDfuc = only(recognised, '没有', '孤儿', '事实无人抚养')
export const district = (of: Fact) => only(of, '海勃湾区', '乌达区', '呼和浩特', '陕西')
export const inOrOut = (of: Fact) => only(of, '海勃湾区', '陕西')
export const healthyOrNot = only(disability, '没有', '二级肢体', '四级精神')
export const wellOrNot = only(illness, '没有', '感冒')
export const unpublished: Settings = {
  seriousIllnesses: null,
  chronicOutpatientIllnesses: null,
  rehabMaxAgeInclusive: null,
}
export const statusFacts = [around18, eitherParent(father), eitherParent(mother), orphanOrDfuc, schoolOrNot]

export const slice = (
  code: CheckerCode,
  title: string,
  facts: readonly Fact[],
  settings?: Settings,
): Slice => ({
  code,
  title,
  facts,
  settings,
})
