import { formatDate, fullYears } from '@domain/calendar/date'
import type { FamilyFacts } from '@domain/eligibility/facts'
import { parentWords as parentNames } from '@domain/people/relations'
import { childRows } from '@domain/rights/childWords'
import { notTold, placeWords, type Row } from '@domain/rights/factWords'
import { helperWords, hiddenPhone, parentWords, relationText } from '@domain/rights/familyWords'
import { householdRows } from '@domain/rights/householdWords'
import { asksIdNumbers, services } from '@domain/services/catalogue'
import { detailIds, detailQuestions, detailWords, type Details } from '@domain/services/details'
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
  const isOfChild = services[file.service].concerns === 'child'
  const childFacts: Row[] = [
    { name: '姓名', text: child.name },
    ...numberRow(child),
    { name: '出生', text: born ? `${formatDate(born)}，${fullYears(born, today)}岁` : '没有说' },
    ...childRows(facts),
  ]
  const applicantFacts: Row[] = [
    { name: '姓名', text: applicant.name },
    ...numberRow(applicant),
    ...(isOfChild ? [{ name: '是孩子的', text: relationText(facts.applicant) }] : []),
    { name: '电话', text: applicant.safeToContact ? applicant.phone : hiddenPhone },
    { name: '谁填的', text: helperWords[applicant.helper] },
  ]
  return (
    <section className="card" aria-labelledby="people">
      <h2 id="people">{isOfChild ? '孩子和申请人' : '申请人'}</h2>
      <div className="pair">
        {isOfChild && <Person title="孩子" rows={childFacts} />}
        <Person title="申请人" rows={isOfChild ? applicantFacts : applicantFacts.concat(placeRows(facts))} />
      </div>
      {asksIdNumbers(file.service) && (
        <form method="post" action={`${deskPath}/cases/${file.id}/numbers`}>
          <FormToken staff={staff} />
          <button className="button-quiet" type="submit">
            查看完整号码
          </button>
          <span className="quiet"> 每次查看都有记录。</span>
        </form>
      )}
    </section>
  )
}

/** A matter that needs no number has not asked for it. */
const numberRow = ({ idNumber }: { idNumber?: string }): Row[] =>
  idNumber === undefined ? [] : [{ name: '身份证号', text: idNumber }]

/** Where nobody else is spoken of, the places are the applicant's. */
const placeRows = ({ child }: FamilyFacts): Row[] => [
  { name: '户口', text: placeWords(child?.hukou?.division) ?? notTold },
  { name: '住处', text: placeWords(child?.residence?.division) ?? notTold },
]

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

/** What this matter has asked the family: what it wants, about each parent, about the household. */
export function Family({ file: { service, facts, details } }: { file: CaseForStaff }) {
  const { parents: asksParents } = services[service].asks
  const household = householdRows(facts.household)
  const wanted = detailRows(details)
  if (!asksParents && household.length === 0 && wanted.length === 0) return null
  return (
    <section className="card" aria-labelledby="family">
      <h2 id="family">家里说的情况</h2>
      {wanted.length > 0 && <Person title="想办什么" rows={wanted} />}
      {asksParents && <Parents facts={facts} />}
      {household.length > 0 && <Person title="家里" rows={household} />}
      <p className="quiet">没写出来的，就是还不知道，不等于没有。期限以文书为准。</p>
    </section>
  )
}

const detailRows = (details: Details): Row[] =>
  detailIds.flatMap((id) => {
    const answer = details[id]
    return answer ? [{ name: detailQuestions[id].title, text: detailWords(id, answer) }] : []
  })

/** A parent nobody spoke of is shown as such. */
function Parents({ facts }: { facts: FamilyFacts }) {
  const parents = (['father', 'mother'] as const).map((role) => ({
    role,
    parent: facts.parents?.find((one) => one.role === role),
  }))
  return (
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
  )
}
