import { formatDate, fullYears } from '@domain/calendar/date'
import type { FamilyFacts } from '@domain/eligibility/facts'
import { parentWords as parentNames } from '@domain/people/relations'
import { childRows } from '@domain/rights/childWords'
import type { Row } from '@domain/rights/factWords'
import { helperWords, hiddenPhone, parentWords, relationText } from '@domain/rights/familyWords'
import type { CaseForStaff } from '../../usecases/desk'
import type { Staff } from '../../usecases/staffSignIn'
import { deskPath } from '../deskSession'
import { FormToken } from './Layout'

interface PeopleProps {
  staff: Staff
  file: CaseForStaff
  today: string
}

export function People({ staff, file, today }: PeopleProps) {
  const { child, applicant, facts } = file
  const born = facts.child?.birthDate
  const childFacts: Row[] = [
    { name: '姓名', text: child.name },
    { name: '身份证号', text: child.idNumber },
    { name: '出生', text: born ? `${formatDate(born)}，${fullYears(born, today)}岁` : '没有说' },
    ...childRows(facts),
  ]
  const applicantFacts: Row[] = [
    { name: '姓名', text: applicant.name },
    { name: '身份证号', text: applicant.idNumber },
    { name: '是孩子的', text: relationText(facts.applicant) },
    { name: '电话', text: applicant.safeToContact ? applicant.phone : hiddenPhone },
    { name: '谁填的', text: helperWords[applicant.helper] },
  ]
  return (
    <section className="card" aria-labelledby="people">
      <h2 id="people">孩子和申请人</h2>
      <div className="pair">
        <Person title="孩子" rows={childFacts} />
        <Person title="申请人" rows={applicantFacts} />
      </div>
      <form method="post" action={`${deskPath}/cases/${file.id}/numbers`}>
        <FormToken staff={staff} />
        <button className="button-quiet" type="submit">
          查看完整号码
        </button>
        <span className="quiet"> 每次查看都有记录。</span>
      </form>
    </section>
  )
}

function Person({ title, rows }: { title: string; rows: readonly Row[] }) {
  return (
    <div>
      <h3>{title}</h3>
      <dl className="rows">
        {rows.map(({ name, text }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

/** What the family told about each parent; a parent nobody spoke of is shown as such. */
export function Family({ facts }: { facts: FamilyFacts }) {
  const parents = (['father', 'mother'] as const).map((role) => ({
    role,
    parent: facts.parents?.find((one) => one.role === role),
  }))
  return (
    <section className="card" aria-labelledby="family">
      <h2 id="family">家里说的情况</h2>
      <div className="pair">
        {parents.map(({ role, parent }) => {
          const { told, denied } = parentWords(parent ?? { role })
          return (
            <div key={role}>
              <h3>{parentNames[role]}</h3>
              {told.length > 0 ? (
                <ul>
                  {told.map((text) => (
                    <li key={text}>{text}</li>
                  ))}
                </ul>
              ) : (
                <p>没有说到什么情况。</p>
              )}
              {denied.length > 0 && <p className="quiet">说没有：{denied.join('、')}。</p>}
            </div>
          )
        })}
      </div>
      <p className="quiet">没写出来的，就是还不知道，不等于没有。期限以文书为准。</p>
    </section>
  )
}
