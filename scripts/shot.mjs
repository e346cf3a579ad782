/*
 * Takes pictures of a page, to look at what one has built: node scripts/shot.mjs <url> <out.png> [--login LOGIN:PASSWORD] [--full]
 * Without --width and --height it takes two, at 1440×900 (out.png) and at 390×844 (out-phone.png).
 * --wait <ms> waits longer, --language en asks for the English page, --click <text> (repeatable) clicks first.
 */
import { parseArgs } from 'node:util';
import { launchBrowser } from './browser.mjs';

const usage =
  'node scripts/shot.mjs <url> <out.png> [--width 390 --height 844] [--login LOGIN:PASSWORD] [--full] [--wait ms] [--language zh|en] [--click text]';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    width: { type: 'string' },
    height: { type: 'string' },
    login: { type: 'string' },
    full: { type: 'boolean', default: false },
    wait: { type: 'string', default: '400' },
    language: { type: 'string', default: 'zh' },
    click: { type: 'string', multiple: true, default: [] },
  },
});
const [url, out] = positionals;
if (!url || !out) {
  console.error(usage);
  process.exit(2);
}

const signIn = async (context) => {
  const [login, password] = values.login.split(':');
  const origin = new URL(url).origin;
  const answer = await context.request.post(`${origin}/api/session`, { data: { login, password }, headers: { origin } });
  if (!answer.ok()) throw new Error(`sign-in as ${login}: ${answer.status()} ${await answer.text()}`);
};

const take = async (browser, { width, height, path }) => {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: values.language === 'en' ? 'en-GB' : 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    hasTouch: width < 600,
    isMobile: width < 600,
  });
  await context.addInitScript((language) => localStorage.setItem('xiuhua.language', language), values.language);
  if (values.login) await signIn(context);
  const page = await context.newPage();
  page.on('console', (message) => message.type() === 'error' && console.error(`console: ${message.text()}`));
  page.on('pageerror', (error) => console.error(`page error: ${error.message}`));
  await page.goto(url, { waitUntil: 'networkidle' });
  for (const text of values.click) await page.getByText(text, { exact: true }).first().click();
  await page.waitForTimeout(Number(values.wait));
  await page.screenshot({ path, fullPage: values.full });
  console.log(`${path} ${width}×${height}`);
  await context.close();
};

const sizes = values.width
  ? [{ width: Number(values.width), height: Number(values.height ?? 844), path: out }]
  : [
      { width: 1440, height: 900, path: out },
      { width: 390, height: 844, path: out.replace(/\.png$/, '-phone.png') },
    ];

const browser = await launchBrowser();
try {
  for (const size of sizes) await take(browser, size);
} finally {
  await browser.close();
}
