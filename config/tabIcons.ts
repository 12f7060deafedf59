import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import sharp from 'sharp'

// WeChat's tab bar takes no SVG: 81 × 81 PNG, ≤ 40 kB (tabBar.iconPath). Run with `npx tsx config/tabIcons.ts`.
const side = 81
const folder = resolve(__dirname, '../src/miniprogram/assets/tab')
const colours = { '': '#55524B', '-selected': '#1A56B0' }

/** Lines of 2 on a 24 grid. */
const drawings: Record<string, string> = {
  home: '<path d="M3 11.2 12 4l9 7.2M5.5 9.6V20h13V9.6M9.8 20v-5.6h4.4V20"/>',
  progress:
    '<path d="M6 5.5v13M11 5h9M11 12h9M11 19h6"/><circle cx="6" cy="5" r="1.6"/><circle cx="6" cy="12" r="1.6"/><circle cx="6" cy="19" r="1.6"/>',
  places:
    '<path d="M12 21.2c4.6-4.6 7-8 7-11.2a7 7 0 1 0-14 0c0 3.2 2.4 6.6 7 11.2Z"/><path d="M12 13.2 9.6 10.9a1.6 1.6 0 0 1 2.4-2.1 1.6 1.6 0 0 1 2.4 2.1Z"/>',
  mine: '<circle cx="12" cy="8" r="4"/><path d="M4.5 20.5c.6-4 3.6-6 7.5-6s6.9 2 7.5 6"/>',
}

const svg = (lines: string, colour: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="${side}" height="${side}" fill="none" stroke="${colour}" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round">${lines}</svg>`

async function draw(): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const [name, lines] of Object.entries(drawings)) {
    for (const [suffix, colour] of Object.entries(colours)) {
      await sharp(Buffer.from(svg(lines, colour)))
        .png({ palette: true, compressionLevel: 9 })
        .toFile(join(folder, `${name}${suffix}.png`))
    }
  }
}

void draw()
