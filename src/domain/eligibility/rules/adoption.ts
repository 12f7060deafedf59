import { departmentDecides, eligible, notEligible } from '../verdict'
import { rule } from './rule'

/*
 * What goes on after an adoption (C3). Source: policy 1.1-k, 6.2-d; reference §2, §3.3. 1.1-k says 病残孤弃儿童, 6.2-d
 * says 残疾孤儿: the two are read as printed.
 */

const notAdopted = notEligible([['孩子没有办过收养登记。']])
const wasNoOrphan = notEligible([['收养以前不是孤儿，也不是弃婴。']])
const wasHealthy = notEligible([['收养以前没有残疾，也没有病。']])
const wasNotDisabled = notEligible([['这一项写的是残疾孤儿。']])
const endIsOpen = departmentDecides([['满18周岁以后能不能继续，由民政部门决定。']], { canApply: false })
const illnessIsOpen = departmentDecides([['收养以前有病、没有残疾的，由民政部门决定。']])
const untilWhen = ['继续到什么时候，以民政部门政策为准。'] as const
const continues = eligible([['病残的孤儿、弃婴被收养以后，基本生活继续保障。'], untilWhen])
const allContinues = eligible([['残疾孤儿被收养以后，医疗、康复、助学也继续。'], untilWhen])

export const adoptedContinuation = rule((read, facts) => {
  if (!read(facts.adopted)) return notAdopted
  if (!read(facts.wasOrphan)) return wasNoOrphan
  if (!read(facts.wasDisabled) && !read(facts.wasIll)) return wasHealthy
  if (read(facts.isAdult)) return endIsOpen
  return read(facts.wasDisabled) ? continues : illnessIsOpen
})

export const adoptedDisabledOrphan = rule((read, facts) => {
  if (!read(facts.adopted)) return notAdopted
  if (!read(facts.wasOrphan)) return wasNoOrphan
  if (!read(facts.wasDisabled)) return wasNotDisabled
  return read(facts.isAdult) ? endIsOpen : allContinues
})
