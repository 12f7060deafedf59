import { spawn } from 'node:child_process'
import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { needsH5Build } from '../../../config/h5Stamp'
import { parseEnv, type Settings } from '../env'
import { createLog } from '../log'
import { startServer, type Server } from '../main'
import { addStaff, listStaff, staffOffice, type NewStaff } from '../store/staff'
import { refuseToStart, runUntilStopped } from './runUntilStopped'

/** People of the demonstration. Marked as such wherever they are printed. */
const sampleStaff: readonly NewStaff[] = [
  { name: '演示街道经办', role: 'street', division: '150302001' },
  { name: '演示区民政经办', role: 'district', division: '150302' },
]

/** What another department decides, or two people of one, needs one more account. */
const anotherOfficer =
  '  再加一个人（比如医保局的）：npm run staff -- add --name 姓名 --role district --division 150302 --department 医保局'

/** `npm start`: builds the citizen app when needed, then runs everything in demo mode. */
async function start(): Promise<void> {
  const env = parseEnv(process.env, 'demo')
  if (!env.ok) throw new Error(env.fault)
  if (needsH5Build()) await buildH5()
  console.log('▶ 启动数据库和接口')
  const log = createLog(logFile(env.settings))
  const server = await runUntilStopped(startServer({ settings: env.settings, log }))
  console.log(`\n首页    ${server.url}/`)
  console.log(`工作台  ${server.url}/desk`)
  console.log(`接口    ${server.url}/docs`)
  await printSampleStaff(server)
  console.log('\n这是演示：登录不验证身份，数据只在这台电脑上。按 Ctrl+C 停止。')
}

function buildH5(): Promise<void> {
  console.log('▶ 构建网页版（第一次约一分钟）')
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['run', '--silent', 'build:h5'], { stdio: 'inherit' })
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error('网页版没有构建成功，原因见上面。')),
    )
  })
}

/** The terminal is for the person who tries it out. */
function logFile({ dataDir }: Settings) {
  mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  return createWriteStream(join(dataDir, 'server.log'), { flags: 'a', mode: 0o600 })
}

/** Passwords are shown once, as everywhere: later starts name the command that makes new ones. */
async function printSampleStaff({ parts }: Server): Promise<void> {
  const known = await listStaff(parts.db)
  if (known.length > 0) {
    console.log('\n工作台账号已经建好。忘了密码：npm run staff -- reset --number 编号')
    for (const staff of known) console.log(`  ${staff.number}  ${staff.name}  ${staffOffice(staff)}`)
    return
  }
  console.log('\n【演示】工作台账号，首次登录要改密码：')
  for (const sample of sampleStaff) {
    const added = await addStaff(parts, sample)
    if (added.ok)
      console.log(`  ${staffOffice(sample)}  编号 ${added.value.number}  密码 ${added.value.password}`)
  }
  console.log(anotherOfficer)
}

start().catch(refuseToStart)
