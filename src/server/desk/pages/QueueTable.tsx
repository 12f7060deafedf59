import type { ReactNode } from 'react'

interface TableProps {
  /** Id of the heading it stands under. */
  labelledBy: string
  columns: readonly string[]
  rows: readonly { key: string; cells: readonly ReactNode[] }[]
}

/**
 * Cases, one a line. The roles are written out: on narrow screens the rows are drawn as cards, and browsers then forget
 * the table.
 */
export function QueueTable({ labelledBy, columns, rows }: TableProps) {
  return (
    <table className="queue" role="table" aria-labelledby={labelledBy}>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column} scope="col" role="columnheader">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ key, cells }) => (
          <tr key={key} role="row">
            {cells.map((cell, index) => (
              <td key={columns[index]} role="cell" data-label={columns[index]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
