import { correctionFieldWords } from '@domain/rights/corrections'
import { formatCaseNumber } from '@domain/tracking/caseNumber'
import type { Mode } from '../../env'
import type { CaseForStaff, CaseNumbers } from '../../usecases/desk'
import type { Staff } from '../../usecases/staffSignIn'
import { deskPath } from '../deskSession'
import { Layout } from './Layout'

const noNumberWords = '这件事不用号码，没有要。'

export interface NumbersProps {
  mode: Mode
  staff: Staff
  file: CaseForStaff
  numbers: CaseNumbers
}

/** The one view that shows whole ID numbers. */
export function NumbersPage({ mode, staff, file, numbers }: NumbersProps) {
  const caseNumber = formatCaseNumber(file.caseNumber)
  return (
    <Layout title={`完整号码 ${caseNumber}`} mode={mode} staff={staff}>
      <div className="narrow">
        <h1>完整号码</h1>
        <p className="quiet">编号 {caseNumber}。这次查看已经记下。</p>
        <dl className="rows card numbers">
          <div>
            <dt>孩子 {file.child.name}</dt>
            <dd>{numbers.child ?? noNumberWords}</dd>
          </div>
          <div>
            <dt>申请人 {file.applicant.name}</dt>
            <dd>{numbers.applicant ?? noNumberWords}</dd>
          </div>
          {numbers.wanted.map(({ field, number }) => (
            <div key={number}>
              <dt>家里要求改：{correctionFieldWords[field]}</dt>
              <dd>{number}</dd>
            </div>
          ))}
        </dl>
        <p>
          <a className="button" href={`${deskPath}/cases/${file.id}`}>
            看完了，回到这件事
          </a>
        </p>
      </div>
    </Layout>
  )
}
