import { formatCaseNumber } from '@domain/tracking/caseNumber'
import { services } from '@domain/services/catalogue'
import type { Mode } from '../../env'
import type { CaseForStaff } from '../../usecases/desk'
import type { StaffEventKind } from '../../usecases/decisions'
import type { Staff } from '../../usecases/staffSignIn'
import type { Entered } from '../decisionForm'
import { deskPath } from '../deskSession'
import { statusWords, stepWords } from '../caseWords'
import { moment } from '../times'
import { Actions } from './Actions'
import { Advice } from './Advice'
import { Corrections, type Declined } from './Corrections'
import { Family, People } from './Family'
import { History } from './History'
import { Layout } from './Layout'
import { Papers } from './Papers'
import { Protection } from './Protection'
import { ProblemSummary, type Problem } from './Problems'

export interface CaseProps {
  mode: Mode
  staff: Staff
  file: CaseForStaff
  /** ISO date in 乌海. */
  today: string
  /** The step just done, when it is still the last one. */
  justDone?: StaffEventKind
  /** A form that was not accepted. */
  entered?: Entered
  declined?: Declined
  problems?: readonly Problem[]
}

export function CasePage({
  mode,
  staff,
  file,
  today,
  justDone,
  entered,
  declined,
  problems = [],
}: CaseProps) {
  const last = file.events[file.events.length - 1]
  return (
    <Layout title={`编号 ${formatCaseNumber(file.caseNumber)}`} mode={mode} staff={staff}>
      <p>
        <a href={deskPath}>‹ 回到待办</a>
      </p>
      <div className="case-head">
        <h1>编号 {formatCaseNumber(file.caseNumber)}</h1>
        <span className={`tag tag-${file.status}`}>{statusWords(file.status, file.way)}</span>
        <span className="quiet">
          {services[file.service].neutralTitle}，{file.office}收件{last && `，${moment(last.at, today)}起`}
        </span>
        <a className="to-actions" href="#actions">
          去办理
        </a>
      </div>
      {justDone && (
        <p className="notice notice-green" role="status">
          {stepWords(justDone, file.way).done}
        </p>
      )}
      <ProblemSummary problems={problems} />
      {file.sameChildCases > 0 && (
        <p className="notice notice-amber">
          这个孩子还有 {file.sameChildCases} 件同样的申请。请先查清，再往下办。
        </p>
      )}
      <div className="case">
        <div className="case-main">
          <People staff={staff} file={file} today={today} />
          <Corrections staff={staff} file={file} today={today} declined={declined} problems={problems} />
          <Family file={file} />
          <Advice file={file} />
          <Papers file={file} today={today} />
          <History file={file} today={today} />
          <Protection staff={staff} file={file} today={today} />
        </div>
        <Actions staff={staff} file={file} entered={entered} problems={problems} />
      </div>
    </Layout>
  )
}
