import type { ReactNode } from 'react'
import { paperIds } from '@domain/services/papers'
import { requiredPapers } from '@domain/services/requiredPapers'
import type { CaseForStaff } from '../../usecases/desk'
import { needsReason, reasonRule, type StaffEventKind } from '../../usecases/decisions'
import type { Staff } from '../../usecases/staffSignIn'
import { nameOf, paperReasonLimit, reasonField, whyField, type Entered } from '../decisionForm'
import { deskPath } from '../deskSession'
import { statusWords, stepWords } from '../caseWords'
import { ownWorkMessage } from '../deskWords'
import { HandOver, Ownership } from './HandOver'
import { FormToken } from './Layout'
import { described, FieldProblem, type Problem } from './Problems'

export interface ActionsProps {
  staff: Staff
  file: CaseForStaff
  entered?: Entered
  problems: readonly Problem[]
}

type FormProps = ActionsProps & { isOnlyOne: boolean }

/** Each step this office may take now, with its form. */
const stepForms: Record<StaffEventKind, (props: FormProps) => ReactNode> = {
  accepted: (props) => <Button {...props} kind="accepted" />,
  verified: (props) => <Button {...props} kind="verified" />,
  forwarded: (props) => <Button {...props} kind="forwarded" />,
  confirmed: (props) =>
    needsReason('confirmed', props.file.way) ? (
      <Written {...props} kind="confirmed" />
    ) : (
      <Button {...props} kind="confirmed" />
    ),
  refused: (props) => <Written {...props} kind="refused" />,
  supplementRequested: SupplementForm,
}

const order: readonly StaffEventKind[] = [
  'accepted',
  'verified',
  'forwarded',
  'confirmed',
  'supplementRequested',
  'refused',
]

export function Actions(props: ActionsProps) {
  const { file } = props
  const kinds = order.filter((kind) => file.allowed.includes(kind))
  const isOwnWork = file.mayNotDecide && kinds.some(isDecision)
  const open = isOwnWork ? kinds.filter((kind) => !isDecision(kind)) : kinds
  return (
    <aside className="case-actions" id="actions" aria-labelledby="actions-title" tabIndex={-1}>
      <h2 id="actions-title">您可以这样办</h2>
      <Ownership file={file} />
      {kinds.length === 0 && <p className="card">现在不用您办：{statusWords(file.status, file.way)}。</p>}
      {isOwnWork && <p className="notice notice-amber">{ownWorkMessage}</p>}
      {open.map((kind) => (
        <div key={kind}>{stepForms[kind]({ ...props, isOnlyOne: open.length === 1 })}</div>
      ))}
      <HandOver staff={props.staff} file={file} problems={props.problems} />
      <p className="quiet">
        发现孩子受伤害，马上打 <b>110</b>。您有报告的责任。
      </p>
    </aside>
  )
}

const isDecision = (kind: StaffEventKind) => kind === 'confirmed' || kind === 'refused'

interface StepProps extends FormProps {
  kind: StaffEventKind
  /** Instead of the step's own. */
  hint?: string
  children: ReactNode
}

/** The version and what was corrected make the form good for the case as it was read, and for nothing later. */
function Step({ staff, file, kind, hint, children }: StepProps) {
  const words = stepWords(kind, file.way)
  return (
    <form className="card" method="post" action={`${deskPath}/cases/${file.id}/decisions`}>
      <h3>{words.title}</h3>
      <p className="quiet" id={`${kind}-hint`}>
        {hint ?? words.hint}
      </p>
      <FormToken staff={staff} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="version" value={file.version} />
      <input
        type="hidden"
        name="corrections"
        value={file.corrections.filter(({ status }) => status === 'accepted').length}
      />
      {children}
    </form>
  )
}

type KindProps = FormProps & { kind: StaffEventKind }

/** A step that is one button. */
function Button(props: KindProps) {
  return (
    <Step {...props}>
      <button className="button" type="submit">
        {stepWords(props.kind, props.file.way).button}
      </button>
    </Step>
  )
}

/** A step with words to the family. */
function Written(props: KindProps) {
  const { file, kind, entered, problems } = props
  const { hint, button } = stepWords(kind, file.way)
  const field = reasonField(kind)
  return (
    <Step {...props} hint={`${hint}，至少 ${reasonRule.minLength} 个字。`}>
      <div className="field">
        <label htmlFor={field}>{kind === 'refused' ? '理由' : '答复'}</label>
        <FieldProblem problems={problems} field={field} />
        <textarea
          id={field}
          name="reason"
          rows={5}
          required
          minLength={reasonRule.minLength}
          maxLength={reasonRule.maxLength}
          defaultValue={entered?.kind === kind ? entered.reason : undefined}
          {...described(problems, field, `${kind}-hint`)}
        />
      </div>
      <button className="button-plain" type="submit">
        {button}
      </button>
    </Step>
  )
}

function SupplementForm(props: FormProps) {
  const { file, problems } = props
  const likely = likelyPapers(file)
  const rest = paperIds.filter((paper) => !likely.includes(paper))
  return (
    <Step {...props} kind="supplementRequested">
      <fieldset id="papers" tabIndex={-1}>
        <legend>要补哪些</legend>
        <FieldProblem problems={problems} field="papers" />
        {likely.map((paper) => (
          <PaperChoice key={paper} {...props} paper={paper} />
        ))}
        <details open={rest.some((paper) => isTouched(props, paper))}>
          <summary>别的材料</summary>
          {rest.map((paper) => (
            <PaperChoice key={paper} {...props} paper={paper} />
          ))}
        </details>
      </fieldset>
      <button className="button-plain" type="submit">
        {stepWords('supplementRequested', file.way).button}
      </button>
    </Step>
  )
}

const isTouched = ({ entered }: FormProps, paper: string) =>
  entered?.papers.includes(paper) === true || entered?.whys[paper] !== undefined

/** What this family handed in, announced, or is asked for by its situation. */
function likelyPapers(file: CaseForStaff): string[] {
  const { facts, details, advice } = file
  const asked = requiredPapers(file.service, { facts, details, on: advice.today }).map(({ paper }) => paper)
  return [...new Set<string>([...file.papersLater, ...file.files.map(({ paper }) => paper), ...asked])]
}

function PaperChoice({ paper, entered, problems }: FormProps & { paper: string }) {
  const why = whyField(paper)
  return (
    <div className="paper-choice">
      <label className="tick">
        <input type="checkbox" name="paper" value={paper} defaultChecked={entered?.papers.includes(paper)} />
        {nameOf(paper)}
      </label>
      <FieldProblem problems={problems} field={why} />
      <input
        id={why}
        name={why}
        aria-label={`${nameOf(paper)}为什么要补`}
        placeholder="为什么要补"
        maxLength={paperReasonLimit}
        defaultValue={entered?.whys[paper]}
        {...described(problems, why)}
      />
    </div>
  )
}
