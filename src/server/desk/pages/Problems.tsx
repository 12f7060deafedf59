export interface Problem {
  /** Id of the field it is about. */
  field: string
  text: string
}

/** Named once on top, with a way to each field; it takes the focus, so that it is read first. */
export function ProblemSummary({ problems }: { problems: readonly Problem[] }) {
  if (problems.length === 0) return null
  return (
    <div className="notice notice-red" role="alert" tabIndex={-1} autoFocus>
      <h2>还没有办成</h2>
      <ul>
        {problems.map(({ field, text }) => (
          <li key={field}>
            <a href={`#${field}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Above its field, in words. */
export function FieldProblem({ problems, field }: { problems: readonly Problem[]; field: string }) {
  const found = problems.find((problem) => problem.field === field)
  return found ? (
    <p className="field-problem" id={`${field}-problem`}>
      {found.text}
    </p>
  ) : null
}

/** The attributes that tie a field to its hint and its problem. */
export function described(problems: readonly Problem[], field: string, hint?: string) {
  const isWrong = problems.some((problem) => problem.field === field)
  const ids = [hint, isWrong ? `${field}-problem` : undefined].filter((id) => id !== undefined)
  return {
    'aria-describedby': ids.length > 0 ? ids.join(' ') : undefined,
    'aria-invalid': isWrong || undefined,
  }
}
