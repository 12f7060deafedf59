import type { ColumnType } from 'kysely'
import type { ServiceCode } from '@domain/services/catalogue'
import type { ConsentKind } from '@domain/application/consents'
import type { Department } from '@domain/services/departments'
import type { Actor, CaseEventKind, CaseStatus, Procedure } from '@domain/tracking/machine'
import type { SuiteName } from '../crypto/suite'

/**
 * The database as the queries see it. Columns named `sealed` are ciphertexts of the envelope (crypto/envelope.ts) and
 * hold every personal field; clear columns hold what a query needs. `bigint` arrives as text.
 */
export interface Tables {
  account: AccountTable
  citizen_session: CitizenSessionTable
  login_code: LoginCodeTable
  staff: StaffTable
  staff_session: StaffSessionTable
  attachment: AttachmentTable
  upload_day: UploadDayTable
  application: ApplicationTable
  case_event: CaseEventTable
  consent: ConsentTable
  consent_withdrawal: ConsentWithdrawalTable
  correction: CorrectionTable
  deletion_refusal: DeletionRefusalTable
  data_copy: DataCopyTable
  compliance_record: ComplianceRecordTable
  idempotency: IdempotencyTable
  policy_setting: PolicySettingTable
  audit: AuditTable
  audit_key: AuditKeyTable
  audit_head: AuditHeadTable
  protection_record: ProtectionRecordTable
  outbox: OutboxTable
  limit_use: LimitUseTable
  message_grant: MessageGrantTable
}

/** Read as a Date, written as a Date. */
type Instant = ColumnType<Date, Date, Date>
/** Written once. */
type Fixed<T> = ColumnType<T, T, never>

export const accountKinds = ['wechat', 'demo'] as const
export type AccountKind = (typeof accountKinds)[number]

interface AccountTable {
  id: Fixed<string>
  kind: Fixed<AccountKind>
  /** Keyed hash of the openid. */
  subject_hmac: string
  subject_sealed: Buffer
  created_at: Fixed<Date>
  /** Since when a 儿童主任 uses it, who may send more photos a day. */
  helper_since: Instant | null
}

interface CitizenSessionTable {
  token_hash: Fixed<string>
  account_id: Fixed<string>
  created_at: Fixed<Date>
  last_used_at: Instant
  expires_at: Fixed<Date>
  revoked_at: Instant | null
}

/** Hash of a code of wx.login that was spent here, kept for minutes. */
interface LoginCodeTable {
  code_hash: Fixed<string>
  used_at: Fixed<Date>
}

export const staffRoles = ['street', 'district'] as const
export type StaffRole = (typeof staffRoles)[number]

interface StaffTable {
  id: Fixed<string>
  /** What the person types to sign in. */
  number: Fixed<string>
  name: string
  role: StaffRole
  /** Street: 9 digits for one street, 6 for every street of a district. District: 6 digits. */
  division: string
  password_hash: string
  must_change_password: boolean
  failed_attempts: number
  locked_until: Instant | null
  disabled_at: Instant | null
  /** Of an officer of a district. */
  department: ColumnType<Department, Department | undefined, Department>
  /** May see and make protection records. */
  may_protect: ColumnType<boolean, boolean | undefined, boolean>
  /** May work on the cases that only who is named for it may see. */
  may_see_confidential: ColumnType<boolean, boolean | undefined, boolean>
  created_at: Fixed<Date>
  /** Secret of the second factor; empty: none, which only a demonstration accepts. */
  totp_sealed: Buffer | null
  /** Time step of the last code used: a code works once. */
  totp_step: ColumnType<string | null, number | null, number | null>
}

interface StaffSessionTable {
  token_hash: Fixed<string>
  staff_id: Fixed<string>
  /** Goes into every form of the desk. */
  form_token: Fixed<string>
  created_at: Fixed<Date>
  last_used_at: Instant
  expires_at: Fixed<Date>
  revoked_at: Instant | null
}

interface AttachmentTable {
  id: Fixed<string>
  account_id: Fixed<string>
  /** The phone's own id of the photo: a second try with it is the same photo. */
  client_id: Fixed<string>
  /** Of the bytes as they came, and of the stored picture. */
  source_sha256: Fixed<string>
  sha256: Fixed<string>
  source_bytes: Fixed<number>
  bytes: Fixed<number>
  width: Fixed<number>
  height: Fixed<number>
  /** Another one after a change of keys: an object is written once. */
  object_key: string
  /** How its object begins, in hex: version, suite and key id. Empty where an older release stored it. */
  object_sealed_with: string | null
  /** {@link SealedAttachment}: which paper it is tells what happened in the family. */
  sealed: Buffer
  application_id: string | null
  /** Sequence of the event it was handed in with. */
  event_sequence: number | null
  created_at: Fixed<Date>
  /** Since then it is stored and not shown to anybody: the consent to it was taken back. */
  frozen_at: Instant | null
}

/** One row an account and day on which it sent photos. */
interface UploadDayTable {
  account_id: Fixed<string>
  /** ISO date in 乌海. */
  day: Fixed<string>
  uploads: number
  bytes: ColumnType<string, number, number>
}

interface ApplicationTable {
  id: Fixed<string>
  case_number: Fixed<string>
  account_id: Fixed<string>
  service: Fixed<ServiceCode>
  /** Which offices work on it, in turn. */
  procedure: ColumnType<Procedure, Procedure | undefined, never>
  /** Of the district that decides. */
  department: ColumnType<Department, Department | undefined, never>
  /** Only for officers with a permission of its own. */
  confidential: ColumnType<boolean, boolean | undefined, never>
  hukou_division: Fixed<string>
  intake_division: string
  /** A district of 乌海, or the place of the hukou where the papers are passed on to. */
  deciding_division: string
  /** Who of the street and who of the district works on it; empty: nobody yet. */
  street_assignee: ColumnType<string | null, string | undefined, string | null>
  district_assignee: ColumnType<string | null, string | undefined, string | null>
  /** Projection of the events, written with each of them. */
  status: CaseStatus
  version: number
  policy_version: Fixed<string>
  /** Of the settings the server's advice used; empty where an older release filed it. */
  settings_version: Fixed<string | null>
  form_version: Fixed<number>
  child_hmac: string
  /** {@link SealedApplication} */
  sealed: Buffer
  created_at: Fixed<Date>
  updated_at: Instant
  /** Since then it is stored and not used: no list, page, export or message has it. Source: PIPL 47. */
  frozen_at: Instant | null
}

interface CaseEventTable {
  application_id: Fixed<string>
  sequence: Fixed<number>
  kind: Fixed<CaseEventKind>
  actor_kind: Fixed<Actor>
  /** Account or staff. */
  actor_id: Fixed<string>
  at: Fixed<Date>
  /** {@link SealedEvent} */
  sealed: Fixed<Buffer | null>
}

interface ConsentTable {
  id: Fixed<string>
  application_id: Fixed<string>
  account_id: Fixed<string>
  kind: Fixed<ConsentKind>
  notice_version: Fixed<string>
  /** SHA-256 of the whole text that was shown. */
  notice_hash: Fixed<string>
  actor: Fixed<string>
  given_at: Fixed<Date>
}

/** Append-only: a consent taken back is a second row, never a changed one. */
interface ConsentWithdrawalTable {
  id: Fixed<string>
  consent_id: Fixed<string>
  account_id: Fixed<string>
  at: Fixed<Date>
}

export const correctionStatuses = ['waiting', 'accepted', 'declined'] as const
export type CorrectionStatus = (typeof correctionStatuses)[number]

/** What a family wants corrected or completed in a filed case. */
interface CorrectionTable {
  id: Fixed<string>
  application_id: Fixed<string>
  account_id: Fixed<string>
  status: CorrectionStatus
  /** {@link SealedCorrection} with the old value, which stays. */
  sealed: Buffer
  created_at: Fixed<Date>
  decided_at: Instant | null
  decided_by: string | null
}

/** The written answer to who wants a filed case deleted: one a case, always the same text of this version. */
interface DeletionRefusalTable {
  id: Fixed<string>
  application_id: Fixed<string>
  account_id: Fixed<string>
  basis_version: Fixed<string>
  at: Fixed<Date>
}

/** A copy that was asked for. Its content is made when it is fetched and stored nowhere. */
interface DataCopyTable {
  id: Fixed<string>
  account_id: Fixed<string>
  requested_at: Fixed<Date>
  /** By a person, after a look; most copies are ready by the clock alone. */
  released_at: Instant | null
  released_by: string | null
}

export const complianceKinds = ['impactAssessment', 'sharing', 'appraisal'] as const
export type ComplianceKind = (typeof complianceKinds)[number]

/**
 * That an assessment was made, data was handed over or an expired case was appraised, under the number of its document.
 * Source: PIPL 55–56; 档案法实施条例 24.
 */
interface ComplianceRecordTable {
  id: Fixed<string>
  kind: Fixed<ComplianceKind>
  document: Fixed<string>
  document_date: Fixed<string>
  recorded_by: Fixed<string>
  recorded_at: Fixed<Date>
}

interface IdempotencyTable {
  account_id: Fixed<string>
  key: Fixed<string>
  route: Fixed<string>
  /** Keyed hash of the canonical body. */
  body_hash: Fixed<string>
  status: number | null
  response_sealed: Buffer | null
  /** SHA-256 of the canonical body: it outlives a change of keys. Empty where an older release wrote the row. */
  body_sealed: Buffer | null
  created_at: Fixed<Date>
}

/** Append-only: the highest revision of a key is in force. */
interface PolicySettingTable {
  id: Fixed<string>
  key: Fixed<string>
  /** 1, 2, 3 … of this key. */
  revision: Fixed<number>
  /** JSON; null: taken back, what the release says holds again. */
  value: Fixed<string | null>
  /** Number or name of the document. */
  source: Fixed<string>
  /** Its day, ISO 8601. Text: the driver would make a midnight of some time zone of a date. */
  document_date: Fixed<string | null>
  /** Who ran the command, as the computer or the person said. */
  set_by: Fixed<string>
  set_at: Fixed<Date>
}

/**
 * Append-only, and the database refuses anything else. The link (chain, position, hashes, key) is empty only in rows of
 * an older release and of commands that have no key; the server links them later.
 */
interface AuditTable {
  sequence: ColumnType<string, string | undefined, never>
  at: Fixed<Date>
  actor_kind: Fixed<'citizen' | 'staff' | 'command'>
  actor_id: Fixed<string | null>
  action: Fixed<string>
  object_kind: Fixed<string>
  object_id: Fixed<string | null>
  trace_id: Fixed<string | null>
  /** Whose data it was: outlives the rows it names. */
  application_id: Fixed<string | null>
  account_id: Fixed<string | null>
  chain: number | null
  position: ColumnType<string | null, number | null, number>
  audit_key: number | null
  previous_hash: Buffer | null
  hash: Buffer | null
}

/** The key of the chain: sealed like everything else, so that a change of the keyring leaves the chain whole. */
interface AuditKeyTable {
  id: Fixed<number>
  suite: Fixed<SuiteName>
  sealed: Buffer
  created_at: Fixed<Date>
}

/** Where each chain ends, and where it begins since rows were removed by age. */
interface AuditHeadTable {
  chain: Fixed<number>
  position: ColumnType<string, number, number>
  hash: Buffer
  start_position: ColumnType<string, number, number>
  start_hash: Buffer
  start_key: number | null
  start_mac: Buffer | null
}

/** That a child is in danger from its own family, known to few. */
interface ProtectionRecordTable {
  id: Fixed<string>
  child_hmac: string
  /** {@link SealedProtection} */
  sealed: Buffer
  set_by: Fixed<string>
  set_at: Fixed<Date>
  lifted_by: string | null
  lifted_at: Instant | null
}

interface OutboxTable {
  id: Fixed<string>
  account_id: Fixed<string>
  application_id: Fixed<string>
  event_sequence: Fixed<number>
  created_at: Fixed<Date>
  attempts: number
  next_attempt_at: Instant
  done_at: Instant | null
}

/** What one subject has used of a limit in one window; a row is worth nothing once its window is over. */
interface LimitUseTable {
  kind: Fixed<string>
  /** Account, or a keyed hash: never a person's number. */
  subject: Fixed<string>
  window_start: Fixed<Date>
  used: number
}

/** How many messages of a template this person still agrees to. WeChat does not tell, so it is counted here. */
interface MessageGrantTable {
  account_id: Fixed<string>
  template_id: Fixed<string>
  remaining: number
  updated_at: Instant
}
