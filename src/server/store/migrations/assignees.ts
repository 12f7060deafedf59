import { sql, type Kysely } from 'kysely'

const offices = [
  ['intake', 'intake_division', 'street'],
  ['intake_district', 'left(intake_division, 6)', 'street'],
  ['deciding', 'deciding_division', 'district'],
] as const

/**
 * Who of an office works on a case; empty: nobody yet. The release before this one takes no case, so that what it does
 * leaves the columns empty. What is done piles up, so that a person's own of it and what nobody ever took have indexes;
 * none of them grows with a new application.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table application
    add column street_assignee uuid references staff (id),
    add column district_assignee uuid references staff (id)`.execute(db)
  for (const role of ['street', 'district'])
    await sql`create index ${sql.ref(`application_${role}_own`)} on application
      (${sql.ref(`${role}_assignee`)}, status, updated_at)
      where ${sql.ref(`${role}_assignee`)} is not null`.execute(db)
  for (const [name, office, role] of offices)
    await sql`create index ${sql.ref(`application_${name}_done`)} on application (${sql.raw(office)}, status, updated_at)
      where ${sql.ref(`${role}_assignee`)} is null and status in ('confirmed', 'refused', 'withdrawn')`.execute(
      db,
    )
}
