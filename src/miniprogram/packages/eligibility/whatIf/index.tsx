import { useState } from 'react'
import { questionById } from '@domain/eligibility/questions'
import { queryOfPage } from '@/platform/navigation'
import { checkerAnswers } from '@/stores/checkerAnswers'
import { NoAnswers } from '../NoAnswers'
import { Assume } from './Assume'
import { Outcome } from './Outcome'
import { Pick } from './Pick'

/**
 * 情况变了会怎样: which answer (no query), another answer (`question`), what would come of it (`outcome`). Each is a
 * page in the place of the one before, so that back leads out to the real results, which are never touched.
 */
export default function WhatIfPage() {
  const [{ question: id = '', list, outcome }] = useState(queryOfPage)
  const question = questionById(id)
  if (Object.keys(checkerAnswers()).length === 0) return <NoAnswers />
  if (question) return <Assume question={question} isElsewhere={list !== undefined} />
  return outcome ? <Outcome /> : <Pick />
}
