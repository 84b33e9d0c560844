// Goes through the application under a virtual display and saves pictures of every screen, in Japanese and English,
// with the Word and PDF it makes, into tour/. With --guide the pictures of the README and the user guide are renewed.
import { copyFile, readdir, readFile } from 'node:fs/promises';
import { withVirtualDisplay } from './lib/display.mjs';
import { fromRoot } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { runMain, say } from './lib/say.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { ensureBuild } from './setup/fresh-build.mjs';
import { ensureSystem, toDisplay, toFonts, toStart } from './setup/system.mjs';

await runMain(async () => {
  await ensureDependencies();
  await ensureSystem([...toStart, ...toDisplay, ...toFonts]);
  await ensureBuild();
  const { getRuntime } = await import('./runtime/get.mjs');
  const runtime = await getRuntime();
  say('going through the application; pictures and documents land in tour/');
  return withVirtualDisplay(async (display) => {
    const env = { HYOKA_RUNTIME: runtime.path, ...display };
    const { code } = await run(process.execPath, [fromRoot('scripts/tour/one.mjs'), fromRoot('tour')], {
      env,
    });
    if (code === 0 && process.argv.includes('--guide')) await renewGuide();
    return code;
  });
});

/** Copies the pictures that the guide shows, under its names for them: `03-find.png` of ja becomes `find.ja.png`. */
async function renewGuide() {
  const pages = ['ja', 'en'].map((language) => fromRoot('resources/guide', language, 'index.html'));
  const texts = await Promise.all([...pages, fromRoot('README.md')].map((path) => readFile(path, 'utf8')));
  const isShown = (/** @type {string} */ picture) =>
    texts.some((text) => text.includes(`pictures/${picture}`));
  for (const language of ['ja', 'en']) {
    const pictures = (await readdir(fromRoot('tour', language))).filter((name) => name.endsWith('.png'));
    for (const name of pictures) {
      const picture = name.replace(/^\d+-(.*)\.png$/, `$1.${language}.png`);
      if (isShown(picture))
        await copyFile(fromRoot('tour', language, name), fromRoot('resources/guide/pictures', picture));
    }
  }
}
