/** What was written in a form that was not carried out: nobody writes a reason twice. */
export function Unsaved({ text }: { text: string }) {
  return (
    <div className="card">
      <label htmlFor="unsaved">您刚才写的还没有交，先复制下来：</label>
      <textarea id="unsaved" readOnly rows={6} defaultValue={text} />
    </div>
  )
}
