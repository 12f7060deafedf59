import { sql, type Kysely } from 'kysely'

/**
 * Which offices work on a case and whether it needs a permission of its own; of which department an officer is. What
 * stands there already is what there was: a street, then the district's civil affairs. The release before this one
 * writes no other.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `alter table application
    add column procedure text not null default 'streetThenDistrict',
    add column department text not null default 'civilAffairs',
    add column confidential boolean not null default false`,
  `alter table staff
    add column department text not null default 'civilAffairs',
    add column may_see_confidential boolean not null default false`,
  // Without it an officer of a small department would walk through every case of the large one.
  `create index application_department on application
    (deciding_division, department, procedure, status, updated_at)`,
  `create index application_department_done on application
    (deciding_division, department, procedure, status, updated_at)
    where district_assignee is null and status in ('confirmed', 'refused', 'withdrawn')`,
]
