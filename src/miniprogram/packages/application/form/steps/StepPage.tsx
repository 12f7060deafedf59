import { type Draft } from '@domain/application/draft'
import { stepById } from '@domain/application/steps'
import { type Position } from '../position'
import { useFormPage } from '../useFormPage'
import { CheckPage } from './CheckPage'
import { ConsentPage } from './ConsentPage'
import { ContactPage } from './ContactPage'
import { DetailPage } from './DetailPage'
import { OptionPage } from './OptionPage'
import { PapersPage } from './PapersPage'
import { PersonPage } from './PersonPage'
import { PlacePage } from './PlacePage'
import { QuestionPage } from './QuestionPage'
import { RoutePage } from './RoutePage'

/** The page of one step. */
export function StepPage({ draft, position: fixed }: { draft: Draft; position: Position }) {
  const work = useFormPage(fixed)
  // Its words follow the answers (您 or 申请人); its place does not.
  const step = stepById(draft, fixed.step.id) ?? fixed.step
  const page = { draft, work, position: { ...fixed, step } }
  switch (step.kind) {
    case 'helper':
    case 'relation':
    case 'authority':
      return <OptionPage {...page} topic={step.kind} />
    case 'applicant':
    case 'child':
      return <PersonPage {...page} whose={step.kind} />
    case 'contact':
      return <ContactPage {...page} />
    case 'hukou':
    case 'residence':
      return <PlacePage {...page} which={step.kind} />
    case 'route':
      return <RoutePage {...page} />
    case 'detail':
      return <DetailPage {...page} question={step.question} />
    case 'question':
      return <QuestionPage {...page} question={step.question} />
    case 'consents':
      return <ConsentPage {...page} kind={step.consent} />
    case 'papers':
      return <PapersPage {...page} />
    case 'check':
      return <CheckPage {...page} />
  }
}
