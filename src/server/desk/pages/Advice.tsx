import { formatDate } from '@domain/calendar/date'
import type { EntitlementResult } from '@domain/eligibility/assessment'
import { provisionById, provisionOf, type ProvisionId } from '@domain/policy/provisions'
import { services } from '@domain/services/catalogue'
import { adviceOn } from '../../usecases/advice'
import type { CaseForStaff } from '../../usecases/desk'
import { findingWords } from '../deskWords'

/** What the rules made of the facts on the day of submission, with the policy's own words. People decide. */
export function Advice({ file }: { file: CaseForStaff }) {
  const { own, others } = adviceOn(services[file.service].entitlements, file.advice)
  return (
    <section className="card" aria-labelledby="advice">
      <h2 id="advice">初步判断</h2>
      <p className="quiet">
        {formatDate(file.advice.today)}提交时，照家里说的推算。<b>由您决定。</b>
      </p>
      {own.map((result) => (
        <Finding key={result.code} result={result} />
      ))}
      {own.length === 0 && <p>这一项没有推算。</p>}
      {others.length > 0 && (
        <>
          <h3>也请看看</h3>
          <ul>
            {others.map(({ code, result }) => (
              <li key={code}>
                {provisionOf(code).name}：{findingWords[result]}。
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Finding({ result: { code, result, reasons, provisions } }: { result: EntitlementResult }) {
  const cited = [...new Set<ProvisionId>([...provisions, ...reasons.map(({ provision }) => provision)])]
  return (
    <>
      <p>
        <b>
          {provisionOf(code).name}：{findingWords[result]}。
        </b>
      </p>
      <ul>
        {reasons.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {cited.map((id) => {
        const { clause, quote } = provisionById(id)
        return (
          <blockquote key={id} className="quote">
            <p>“{quote}”</p>
            <footer className="quiet">{clause}</footer>
          </blockquote>
        )
      })}
    </>
  )
}
