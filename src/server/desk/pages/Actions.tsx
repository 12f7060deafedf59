import type { ReactNode } from 'react'
import { paperIds } from '@domain/services/papers'
import { requiredPapers } from '@domain/services/requiredPapers'
import type { CaseForStaff } from '../../usecases/desk'
import { reasonRule, type StaffEventKind } from '../../usecases/decisions'
import type { Staff } from '../../usecases/staffSignIn'
import { nameOf, paperReasonLimit, whyField, type Entered } from '../decisionForm'
import { deskPath } from '../deskSession'
import { ownWorkMessage, statusWords } from '../deskWords'
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
  accepted: (props) => (
    <Step {...props} kind="accepted" title="受理" hint="材料基本齐了，收下来办。">
      <button className="button" type="submit">
        受理
      </button>
    </Step>
  ),
  verified: (props) => (
    <Step {...props} kind="verified" title="查验通过" hint="材料和情况都核对过，报给区里决定。">
      <button className="button" type="submit">
        查验通过，报区里
      </button>
    </Step>
  ),
  confirmed: (props) => (
    <Step {...props} kind="confirmed" title="确认" hint="确认以后不能改回来。">
      <button className="button" type="submit">
        确认符合条件
      </button>
    </Step>
  ),
  refused: RefusalForm,
  supplementRequested: SupplementForm,
}

const order: readonly StaffEventKind[] = [
  'accepted',
  'verified',
  'confirmed',
  'supplementRequested',
  'refused',
]

export function Actions(props: ActionsProps) {
  const { file } = props
  const kinds = order.filter((kind) => file.allowed.includes(kind))
  const isOwnWork = file.mayNotDecide && kinds.some((kind) => kind === 'confirmed' || kind === 'refused')
  return (
    <aside className="case-actions" id="actions" aria-labelledby="actions-title" tabIndex={-1}>
      <h2 id="actions-title">您可以这样办</h2>
      <Ownership file={file} />
      {kinds.length === 0 && <p className="card">现在不用您办：{statusWords[file.status]}。</p>}
      {isOwnWork ? (
        <p className="notice notice-amber">{ownWorkMessage}</p>
      ) : (
        kinds.map((kind) => (
          <div key={kind}>{stepForms[kind]({ ...props, isOnlyOne: kinds.length === 1 })}</div>
        ))
      )}
      <HandOver staff={props.staff} file={file} problems={props.problems} />
      <p className="quiet">
        发现孩子受伤害，马上打 <b>110</b>。您有报告的责任。
      </p>
    </aside>
  )
}

interface StepProps extends FormProps {
  kind: StaffEventKind
  title: string
  hint: string
  children: ReactNode
}

/** The version and what was corrected make the form good for the case as it was read, and for nothing later. */
function Step({ staff, file, kind, title, hint, children }: StepProps) {
  return (
    <form className="card" method="post" action={`${deskPath}/cases/${file.id}/decisions`}>
      <h3>{title}</h3>
      <p className="quiet" id={`${kind}-hint`}>
        {hint}
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

function RefusalForm(props: FormProps) {
  const { entered, problems } = props
  return (
    <Step
      {...props}
      kind="refused"
      title="不予确认"
      hint={`写给家里看。写清楚哪一条不符合，至少 ${reasonRule.minLength} 个字。`}
    >
      <div className="field">
        <label htmlFor="reason">理由</label>
        <FieldProblem problems={problems} field="reason" />
        <textarea
          id="reason"
          name="reason"
          rows={5}
          required
          minLength={reasonRule.minLength}
          maxLength={reasonRule.maxLength}
          defaultValue={entered?.kind === 'refused' ? entered.reason : undefined}
          {...described(problems, 'reason', 'refused-hint')}
        />
      </div>
      <button className="button-plain" type="submit">
        不予确认，告诉家里
      </button>
    </Step>
  )
}

function SupplementForm(props: FormProps) {
  const { file, problems } = props
  const likely = likelyPapers(file)
  const rest = paperIds.filter((paper) => !likely.includes(paper))
  return (
    <Step
      {...props}
      kind="supplementRequested"
      title="要求补正"
      hint="选上要补的材料，每样写一句为什么。家里会看到这句话。"
    >
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
        要求补正
      </button>
    </Step>
  )
}

const isTouched = ({ entered }: FormProps, paper: string) =>
  entered?.papers.includes(paper) === true || entered?.whys[paper] !== undefined

/** What this family handed in, announced, or is asked for by its situation. */
function likelyPapers(file: CaseForStaff): string[] {
  const asked = requiredPapers(file.service, file.facts).map(({ paper }) => paper)
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
